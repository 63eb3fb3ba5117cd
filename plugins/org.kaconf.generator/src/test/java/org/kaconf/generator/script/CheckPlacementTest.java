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

	private static Script script(CheckSpec check, Command command, int timeout, boolean written) {
		Origin origin = new Origin("f", 1, 1, 1, 2);
		Origins origins = Origins.of(origin, written ? Map.of("timeout", origin) : Map.of());
		return new Script("chk", command, check, Duration.ofSeconds(2), Duration.ofSeconds(timeout), 1, 1, 0, false, false, origins);
	}

	@Test
	void onlyATimeoutThatKeepalivedWouldNotTakeIsWritten() {
		CheckSpec check = new CheckSpec.Tcp("h", 1, Duration.ofSeconds(3), 2);
		assertThat(CheckPlacement.needsTimeout(script(check, null, 7, false))).isTrue();
		assertThat(CheckPlacement.needsTimeout(script(check, null, 7, true))).isFalse();
		assertThat(CheckPlacement.needsTimeout(script(check, null, 2, false))).isFalse();
		assertThat(CheckPlacement.needsTimeout(script(null, null, 7, false))).isFalse();
	}

	@Test
	void onlyChecksGetAPathAndTheyKeepTheirUser() {
		Command name = new Command(List.of("chk"), "nobody", "nogroup");
		assertThat(PLACEMENT.resolve(script(new CheckSpec.Systemd("u"), name, 2, false)).command())
				.isEqualTo(new Command(List.of("/etc/keepalived/scripts/chk"), "nobody", "nogroup"));
		Script own = script(null, Command.of("/usr/bin/true"), 2, false);
		assertThat(PLACEMENT.resolve(own)).isSameAs(own);
	}
}
