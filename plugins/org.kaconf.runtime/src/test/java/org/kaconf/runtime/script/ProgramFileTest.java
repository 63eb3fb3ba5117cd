package org.kaconf.runtime.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.runtime.linux.Account;

class ProgramFileTest {
	@Test
	void findsByPathAndByName() {
		assertThat(ProgramFile.find("/bin/sh")).contains(Path.of("/bin/sh"));
		assertThat(ProgramFile.find("sh")).hasValueSatisfying(p -> assertThat(p.getFileName()).hasToString("sh"));
		assertThat(ProgramFile.find("no-such-program-anywhere")).isEmpty();
		assertThat(ProgramFile.find("/etc/passwd")).isEmpty();
		assertThat(ProgramFile.find("/etc")).isEmpty();
	}

	@Test
	void trustsWhatOnlyRootCanChange(@TempDir Path folder) throws Exception {
		assertThat(ProgramFile.isSafe(Path.of("/bin/sh"))).isTrue();
		Path file = Files.createFile(folder.resolve("script"));
		assertThat(file.toFile().setWritable(true, false)).isTrue();
		assertThat(ProgramFile.isSafe(file)).isFalse();
		assertThat(ProgramFile.isSafe(folder.resolve("missing"))).isFalse();
	}

	@Test
	void whoMayRunAProgramIsSaidByItsMode(@TempDir Path folder) throws Exception {
		Path file = Files.createFile(folder.resolve("script"));
		int owner = (Integer) Files.getAttribute(file, "unix:uid");
		int group = (Integer) Files.getAttribute(file, "unix:gid");
		Account itsOwner = new Account("owner", owner, group + 1, new int[] {group + 1});
		Account itsGroup = new Account("group", owner + 1, group, new int[] {group});
		Account another = new Account("another", owner + 1, group + 1, new int[] {group + 1});
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
		assertThat(ProgramFile.isExecutableBy(file, itsOwner)).isTrue();
		assertThat(ProgramFile.isExecutableBy(file, itsGroup)).isTrue();
		assertThat(ProgramFile.isExecutableBy(file, another)).isFalse();
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-xr-x"));
		assertThat(ProgramFile.isExecutableBy(file, new Account("owner", owner == 0 ? 1 : owner, group + 1, new int[0]))).isEqualTo(owner == 0);
		assertThat(ProgramFile.isExecutableBy(folder.resolve("missing"), another)).isFalse();
	}

	@Test
	void runsWithRootsRightsAsRootOrByTheModeOfTheFile() {
		Account nobody = new Account("nobody", 65534, 65534, new int[] {65534});
		assertThat(ProgramFile.runsWithRootsRights(Path.of("/bin/sh"), nobody)).isFalse();
		assertThat(ProgramFile.runsWithRootsRights(Path.of("/bin/sh"), new Account("root", 0, 0, new int[] {0}))).isTrue();
		assertThat(ProgramFile.runsWithRootsRights(Path.of("/usr/bin/passwd"), nobody)).as("set-user-id root").isTrue();
	}
}
