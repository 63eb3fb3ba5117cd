package org.kaconf.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.model.KeepalivedVersion;

/** Which release of keepalived is meant: the run says first, then the cluster block, then the project. */
class TargetVersionTest {
	private static final KeepalivedVersion V243 = new KeepalivedVersion(2, 4, 3);

	@TempDir
	private Path folder;
	private final Kaconf kaconf = Kaconf.create();

	@Test
	void withoutAWordItIsTheDefault() throws IOException {
		assertThat(analyse("", null)).isEqualTo(KeepalivedVersion.DEFAULT);
	}

	@Test
	void theProjectIsAskedWhereTheClusterDoesNotSay() throws IOException {
		project("2.1.5");
		assertThat(analyse("", null)).hasToString("2.1.5");
		assertThat(analyse("keepalived_version 2.0.20", null)).hasToString("2.0.20");
	}

	@Test
	void theRunGoesBeforeAll() throws IOException {
		project("2.1.5");
		assertThat(analyse("keepalived_version 2.0.20", V243)).isEqualTo(V243);
	}

	@Test
	void whatIsNoReleaseDoesNotCount() throws IOException {
		project("9.9");
		assertThat(analyse("keepalived_version abc", null)).isEqualTo(KeepalivedVersion.DEFAULT);
	}

	@Test
	void plainFilesOfOneClusterFollowTheProjectToo() throws IOException {
		project("2.3.4");
		Path file = Files.writeString(folder.resolve("lb1.conf"), "global_defs {\n}\n");
		assertThat(kaconf.analyseCluster(List.of(file), LoadOptions.DEFAULT).cluster().keepalivedVersion()).hasToString("2.3.4");
	}

	private void project(String version) throws IOException {
		Files.writeString(folder.resolve(ProjectSettings.FILE_NAME), "# of this project\nkeepalived_version = " + version + "\n");
	}

	private KeepalivedVersion analyse(String inCluster, KeepalivedVersion ofRun) throws IOException {
		Path file = Files.createDirectories(folder.resolve("inner")).resolve("web.kaconf");
		Files.writeString(file, "cluster web {\n" + inCluster + "\nnode a {\n}\n}\n");
		return kaconf.analyse(file, LoadOptions.DEFAULT.withVersion(ofRun)).cluster().keepalivedVersion();
	}
}
