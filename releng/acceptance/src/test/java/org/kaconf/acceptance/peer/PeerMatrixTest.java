package org.kaconf.acceptance.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kaconf.acceptance.ScenarioCondition;

/**
 * Every scene with Kaconf on each host in turn and keepalived on the others, all reading the same text: the same hosts are master, and what a host sends is
 * the same to the byte whoever runs on it.
 */
@Tag("live")
@ExtendWith(ScenarioCondition.class)
@Execution(ExecutionMode.CONCURRENT)
class PeerMatrixTest {
	private static final List<String> COMPLAINTS = List.of("nvalid", "mismatch", "checksum", "expect", "not present", "rror");

	@ParameterizedTest
	@MethodSource("org.kaconf.acceptance.peer.Scene#all")
	void isPlayedAlike(Scene scene, @TempDir Path folder) throws Exception {
		Map<String, String> byKaconf = new LinkedHashMap<>();
		Map<String, String> byKeepalived = new LinkedHashMap<>();
		for (String kaconf : scene.hosts()) {
			Map<String, Implementation> cast = scene.hosts().stream().collect(Collectors.toMap(h -> h, h -> h.equals(kaconf) ? Implementation.KACONF : Implementation.KEEPALIVED));
			try (Stage stage = new Stage(scene, cast, Files.createDirectory(folder.resolve(kaconf)))) {
				stage.play();
				for (String host : scene.hosts()) {
					(host.equals(kaconf) ? byKaconf : byKeepalived).put(host, stage.performance(host));
					assertThat(stage.member(host).log()).as("%s", stage.member(host)).noneMatch(line -> COMPLAINTS.stream().anyMatch(line::contains));
				}
			}
		}
		for (String host : scene.hosts()) {
			assertThat(byKaconf.get(host)).as("host %s of scene %s", host, scene).isEqualTo(byKeepalived.get(host));
		}
	}
}
