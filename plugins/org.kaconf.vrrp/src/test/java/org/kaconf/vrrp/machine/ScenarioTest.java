package org.kaconf.vrrp.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario of src/test/resources/scenarios does what it says; the language is that of {@link Scenario}. */
class ScenarioTest {
	static Stream<String> names() {
		return Scenario.names().stream();
	}

	@ParameterizedTest
	@MethodSource("names")
	void doesWhatItSays(String name) throws IOException {
		try (InputStream in = ScenarioTest.class.getResourceAsStream("/scenarios/" + name + ".txt")) {
			String expected = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			assertThat(Scenario.run(expected)).isEqualTo(expected);
		}
	}
}
