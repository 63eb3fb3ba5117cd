package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;
import static org.kaconf.runtime.live.LiveNetwork.instance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.model.Command;
import org.kaconf.model.Globals;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.MailSettings;
import org.kaconf.model.Notify;
import org.kaconf.model.Script;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.VrrpVersion;
import org.kaconf.runtime.RuntimeCommand;
import org.kaconf.runtime.network.HostProcess;

@LiveTest
class ScriptsTest {
	private static final List<TrackedScript> TRACKED = List.of(new TrackedScript("chk", -5, false, null));

	@TempDir
	Path folder;
	private LiveNetwork network;

	@BeforeEach
	void makeNetwork() throws Exception {
		network = new LiveNetwork(folder);
	}

	@AfterEach
	void removeNetwork() {
		network.close();
	}

	private static InstanceBuilder fast() {
		return instance(100).version(VrrpVersion.V3).advertInterval(Duration.ofMillis(50));
	}

	private Path script(String name, String text) throws Exception {
		Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
		return file;
	}

	private static Script check(String... words) {
		return new Script("chk", Command.of(words), null, Duration.ofMillis(300), Duration.ofMillis(300), 1, 1, -5, false, false, null);
	}

	private static Globals globals(boolean security, String user) {
		return new Globals(null, security, user, null, MailSettings.NONE, null);
	}

	@Test
	void getTheArgumentsOfKeepalivedOnEveryChange() throws Exception {
		Path calls = folder.resolve("calls");
		Path notify = script("notify", "echo \"$@\" >> '" + calls + "'");
		Notify scripts = new Notify(Command.of(notify.toString(), "with blanks; $HOME", "master"), null, null, Command.of(notify.toString(), "stop"),
				Command.of(notify.toString()));
		HostProcess a = network.kaconf(network.a, fast().notifyScripts(scripts).build());
		awaitMaster(a, 0);
		a.terminate();
		assertThat(a.awaitEnd(LIMIT)).isZero();
		assertThat(calls).content().contains("INSTANCE VI_1 BACKUP 100\n").contains("INSTANCE VI_1 MASTER 100\n").contains("INSTANCE VI_1 STOP 100\n")
				.contains("with blanks; $HOME master\n").contains("\nstop\n");
	}

	@Test
	void runAsTheConfiguredUserWithoutPrivileges() throws Exception {
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
		Path result = folder.resolve("identity");
		Path check = script("identity.sh", "{ id -un; id -Gn; grep CapEff /proc/self/status; ls -l /proc/self/fd | grep -c -v -e /dev/null -e total; } > '" + result + ".new' && mv '"
				+ result + ".new' '" + result + "'");
		HostProcess a = network.kaconf(network.a, LiveNetwork.node(network.a, globals(true, "nobody"), fast().trackedScripts(TRACKED).build(), check(check.toString())));
		a.await("VRRP_Script(chk) succeeded", 0, LIMIT);
		List<String> identity = Files.readAllLines(result);
		assertThat(identity.get(0)).isEqualTo("nobody");
		assertThat(identity.get(1)).isEqualTo("nogroup");
		assertThat(identity.get(2)).endsWith("0000000000000000");
		// The daemon itself is still root: it sets addresses.
		awaitMaster(a, 0);
		LiveNetwork.await("the address on a", () -> LiveNetwork.holdsVirtual(network.a));
	}

	/** A class that is loaded only after a thread has become the user would not be found. */
	@Test
	void runAsAUserWhoCannotReadTheDaemonsClasses() throws Exception {
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
		Path check = script("true.sh", "exit 0");
		Path hidden = Files.createDirectory(folder.resolve("classes"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		List<String> places = new ArrayList<>();
		for (String place : RuntimeCommand.classPath().split(File.pathSeparator)) {
			Path copy = hidden.resolve(String.valueOf(places.size()));
			copyAll(Path.of(place), copy);
			places.add(copy.toString());
		}
		HostProcess a = network.kaconfFrom(String.join(File.pathSeparator, places), network.a,
				LiveNetwork.node(network.a, globals(true, "nobody"), fast().trackedScripts(TRACKED).build(), check(check.toString())));
		a.await("VRRP_Script(chk) succeeded", 0, LIMIT);
	}

	private static void copyAll(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : (Iterable<Path>) files::iterator) {
				Files.copy(file, to.resolve(from.relativize(file).toString()));
			}
		}
	}

	@Test
	void areKilledWithTheirChildrenAtTheTimeout() throws Exception {
		Path pid = folder.resolve("child");
		Path check = script("hang", "sleep 1000 & echo $! > '" + pid + ".new'; mv '" + pid + ".new' '" + pid + "'; wait");
		HostProcess a = network.kaconf(network.a, fast().trackedScripts(TRACKED).build(), check(check.toString()));
		a.await("VRRP_Script(chk) timed_out", 0, LIMIT);
		a.await("(VI_1) Changing effective priority from 100 to 95", 0, LIMIT);
		long child = Long.parseLong(Files.readString(pid).trim());
		LiveNetwork.await("the end of the script's child", () -> !isRunning(child));
		a.terminate();
		assertThat(a.awaitEnd(LIMIT)).isZero();
	}

	/** A process that waits for its parent to look is as good as gone. */
	private static boolean isRunning(long pid) {
		try {
			return !Files.readString(Path.of("/proc", Long.toString(pid), "stat")).contains(") Z ");
		} catch (IOException gone) {
			return false;
		}
	}

	@Test
	void canStopTheDaemon() throws Exception {
		Path check = script("stop", "kill -TERM \"$KACONF_PID\"");
		HostProcess a = network.kaconf(network.a, fast().trackedScripts(TRACKED).build(), check(check.toString()));
		a.await("Stopping", 0, LIMIT);
		assertThat(a.awaitEnd(LIMIT)).isZero();
	}

	@Test
	void thatRootMustNotRunAreDisabled() throws Exception {
		Path check = script("open", "exit 1");
		Files.setPosixFilePermissions(check, PosixFilePermissions.fromString("rwxrwxrwx"));
		HostProcess a = network.kaconf(network.a, LiveNetwork.node(network.a, globals(true, "root"), fast().trackedScripts(TRACKED).build(), check(check.toString())));
		a.await("Script " + check + ": unsafe permissions found, it would run as root and others can change it - disabling.", 0, LIMIT);
		awaitMaster(a, 0);
		assertThat(network.status(network.a).instances().getFirst().priority()).isEqualTo(100);
		assertThat(network.status(network.a).instances().getFirst().trackers()).isEmpty();
	}

	@Test
	void thatDoNotExistAreDisabled() throws Exception {
		HostProcess a = network.kaconf(network.a, fast().trackedScripts(TRACKED).build(), check("/nowhere/check"));
		a.await("Script /nowhere/check: not found or not executable - disabling.", 0, LIMIT);
		awaitMaster(a, 0);
	}

	@Test
	void ofWeightZeroDecideBetweenFaultAndBackup() throws Exception {
		Path broken = Files.createFile(folder.resolve("broken"));
		Script check = check(script("check", "test ! -e '" + broken + "'").toString());
		HostProcess a = network.kaconf(network.a, fast().trackedScripts(List.of(new TrackedScript("chk", 0, false, null))).build(), check);
		a.await("(VI_1) Entering FAULT STATE", 0, LIMIT);
		int from = a.position();
		Files.delete(broken);
		a.await("(VI_1) Entering BACKUP STATE", from, LIMIT);
		awaitMaster(a, from);
	}
}
