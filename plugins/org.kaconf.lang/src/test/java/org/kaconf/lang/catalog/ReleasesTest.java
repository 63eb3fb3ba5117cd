package org.kaconf.lang.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaconf.model.KeepalivedVersion;

class ReleasesTest {

	@ParameterizedTest
	@ValueSource(strings = {"2.0.0", "2.0.20", "2.1", "2.2.7", "2.2.8", "2.3.4", "2.4.3"})
	void areFound(String release) {
		assertThat(Releases.find(release)).isEqualTo(KeepalivedVersion.parse(release)).isPresent();
		assertThat(Releases.objection(release)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '^', textBlock = """
			abc    ^ 'abc' is no version of keepalived; write one like 2.2.7 (known are the releases from 2.0.0 to 2.4.3)
			9.9    ^ keepalived 9.9.0 is not known; write 2.4.3, the newest one that is (known are the releases from 2.0.0 to 2.4.3)
			1.3.9  ^ keepalived 1.3.9 is too old; write 2.0.0, the oldest one that is known (known are the releases from 2.0.0 to 2.4.3)
			2.2.20 ^ there is no keepalived 2.2.20; write 2.2.8 (known are the releases from 2.0.0 to 2.4.3)
			""", quoteCharacter = '"')
	void whatIsNoReleaseIsObjectedTo(String text, String objection) {
		assertThat(Releases.find(text)).isEmpty();
		assertThat(Releases.objection(text)).hasValue(objection);
	}

	@Test
	void theDefaultIsOne() {
		assertThat(Releases.isKnown(KeepalivedVersion.DEFAULT)).isTrue();
	}
}
