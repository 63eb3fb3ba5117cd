package org.kaconf.generator.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaconf.model.CheckSpec;
import org.kaconf.model.Command;
import org.kaconf.model.Origin;
import org.kaconf.model.Origins;
import org.kaconf.model.Script;

class CheckPlacementTest {
	private static final CheckPlacement PLACEMENT = new CheckPlacement("/etc/keepalived/scripts");

	@ParameterizedTest
	@CsvSource({"chk_nginx,chk_nginx", "a.b-c,a.b-c", ".hidden,%2Ehidden", "..,%2E.", "../x,%2E.%2Fx", "a b,a%20b", "a%20b,a%2520b", "\u00e4,%C3%A4"})
	void aScriptsNameIsMadeAFilesName(String script, String file) {
		assertThat(CheckPlacement.fileName(script)).isEqualTo(file);
	}

	@Property(tries = 300)
	void differentScriptsHaveDifferentFilesInOneFolder(@ForAll String one, @ForAll String other) {
		assertThat(CheckPlacement.fileName(one)).matches("([A-Za-z0-9_%-][A-Za-z0-9._%-]*)?");
		if (!Arrays.equals(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8))) {
			assertThat(CheckPlacement.fileName(one)).isNotEqualTo(CheckPlacement.fileName(other));
		}
	}

	private static Script script(CheckSpec check, int timeout, boolean written) {
		Origin origin = new Origin("f", 1, 1, 1, 2);
		Origins origins = Origins.of(origin, written ? Map.of("timeout", origin) : Map.of());
		return new Script("chk", null, check, Duration.ofSeconds(2), Duration.ofSeconds(timeout), 1, 1, 0, false, false, origins);
	}

	@Test
	void aCheckGetsTheTimeItNeeds() {
		CheckSpec check = new CheckSpec.Process("nginx", "nginx", Duration.ofMillis(2500), CheckSpec.OnFailure.EXIT);
		assertThat(PLACEMENT.resolve(script(check, 2, false)).timeout()).isEqualTo(Duration.ofSeconds(4));
		assertThat(PLACEMENT.resolve(script(check, 2, true)).timeout()).isEqualTo(Duration.ofSeconds(2));
		assertThat(PLACEMENT.resolve(script(check, 9, false)).timeout()).isEqualTo(Duration.ofSeconds(9));
		CheckSpec twice = new CheckSpec.Tcp("h", 1, Duration.ofSeconds(3), 2);
		assertThat(PLACEMENT.resolve(script(twice, 2, false)).timeout()).isEqualTo(Duration.ofSeconds(7));
	}

	@Test
	void onlyChecksGetAPath() {
		assertThat(PLACEMENT.resolve(script(new CheckSpec.Systemd("u"), 2, false)).command().words()).isEqualTo(List.of("/etc/keepalived/scripts/chk"));
		Script own = script(null, 2, false).withCommand(Command.of("/usr/bin/true"));
		assertThat(PLACEMENT.resolve(own)).isSameAs(own);
	}
}
