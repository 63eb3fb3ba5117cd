package org.kaconf.generator.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kaconf.model.CheckSpec;
import org.kaconf.model.CheckSpec.OnFailure;

/** What holds for the scripts of every kind of check. */
class CheckScriptsTest {
	private static final Duration SECOND = Duration.ofSeconds(1);
	/** Creates the file hacked in the current folder if any shell reads it as anything but text. */
	private static final String HOSTILE = "x'; touch hacked; '\"; touch hacked; \"$(touch hacked)`touch hacked`\ntouch hacked\n\\' \u201cq\u201d";

	@TempDir
	Path folder;

	static Stream<CheckSpec> ordinary() {
		return Stream.of(
				new CheckSpec.Process("nginx", "/usr/sbin/nginx", Duration.ofSeconds(2), OnFailure.STOP_KEEPALIVED),
				new CheckSpec.Process("nginx", "/usr/sbin/nginx", Duration.ofSeconds(2), OnFailure.EXIT),
				new CheckSpec.Process("nginx", null, Duration.ZERO, OnFailure.EXIT),
				new CheckSpec.Http("http://127.0.0.1/", List.of(200, 204), null, SECOND, SECOND, 2, List.of("Host: example.com")),
				new CheckSpec.Http("http://127.0.0.1/", List.of(200, 204), "ready", SECOND, SECOND, 2, List.of()),
				new CheckSpec.Tcp("127.0.0.1", 80, Duration.ofMillis(1500), 2),
				new CheckSpec.Systemd("nginx.service"),
				new CheckSpec.File("/run/healthy", null),
				new CheckSpec.File("/run/healthy", Duration.ofMinutes(1)),
				new CheckSpec.ShellCommand("pgrep nginx | wc -l", SECOND, 1));
	}

	static Stream<CheckSpec> hostile() {
		return Stream.of(
				new CheckSpec.Process(HOSTILE, null, Duration.ZERO, OnFailure.EXIT),
				new CheckSpec.Http(HOSTILE, List.of(200), HOSTILE, SECOND, SECOND, 1, List.of(HOSTILE)),
				new CheckSpec.Http(HOSTILE, List.of(200), null, SECOND, SECOND, 1, List.of()),
				new CheckSpec.Tcp(HOSTILE, 80, SECOND, 1),
				new CheckSpec.Systemd(HOSTILE),
				new CheckSpec.File(HOSTILE, null),
				new CheckSpec.File(HOSTILE, SECOND));
	}

	static Stream<CheckSpec> all() {
		return Stream.concat(ordinary(), hostile());
	}

	@ParameterizedTest
	@MethodSource("all")
	void shellcheckFindsNothing(CheckSpec check) throws Exception {
		Programs.need("shellcheck");
		Path script = ScriptRun.install(folder, "chk", check);
		assertThat(ScriptRun.of(Map.of("LC_ALL", "C.UTF-8"), "shellcheck", script.toString())).satisfies(run -> {
			assertThat(run.output()).isEmpty();
			assertThat(run.exitCode()).isZero();
		});
	}

	@ParameterizedTest
	@MethodSource("all")
	void everyPosixShellReadsIt(CheckSpec check) throws Exception {
		Path script = ScriptRun.install(folder, "chk", check);
		for (List<String> shell : List.of(List.of("dash", "-n"), List.of("bash", "--posix", "-n"), List.of("busybox", "sh", "-n"))) {
			if (Programs.isThere(shell.get(0))) {
				List<String> command = new ArrayList<>(shell);
				command.add(script.toString());
				assertThat(ScriptRun.of(Map.of(), command.toArray(String[]::new)).output()).as(shell.toString()).isEmpty();
			}
		}
	}

	@ParameterizedTest
	@MethodSource("hostile")
	void noTextOfTheConfigurationIsRun(CheckSpec check) throws Exception {
		Path script = ScriptRun.install(folder, "chk", check);
		ScriptRun run = ScriptRun.of(Map.of(), "sh", "-c", "cd " + ShellQuote.quote(folder.toString()) + " && " + ShellQuote.quote(script.toString()));
		assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
		assertThat(folder.resolve("hacked")).doesNotExist();
	}

	@Test
	void namesInTheHeadStayInTheirComment() throws Exception {
		String text = CheckScripts.render(new CheckSpec.File(folder.toString(), null), new ScriptHead("a\nexit 7\n", "b\rexit 8\u2028exit 9"));
		Path script = Files.writeString(folder.resolve("chk"), text);
		assertThat(ScriptRun.of(Map.of(), "sh", script.toString()).exitCode()).isZero();
		assertThat(text.lines().filter(line -> line.startsWith("exit"))).containsExactly("exit 1");
	}

	@Test
	void aFileChecksAgeAndExistence() throws Exception {
		Path file = folder.resolve("-n it's");
		assertThat(ScriptRun.of(folder, new CheckSpec.File(file.toString(), null)).exitCode()).isEqualTo(1);
		assertThat(ScriptRun.of(folder, new CheckSpec.File(file.toString(), Duration.ofSeconds(60))).exitCode()).isEqualTo(1);
		Files.writeString(file, "");
		assertThat(ScriptRun.of(folder, new CheckSpec.File(file.toString(), null)).exitCode()).isZero();
		assertThat(ScriptRun.of(folder, new CheckSpec.File(file.toString(), Duration.ofSeconds(60))).exitCode()).isZero();
		Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(120)));
		assertThat(ScriptRun.of(folder, new CheckSpec.File(file.toString(), Duration.ofSeconds(60)))).satisfies(run -> {
			assertThat(run.exitCode()).isEqualTo(1);
			assertThat(run.output()).containsPattern("was changed 1[12][0-9] s ago, expected at most 60 s");
		});
	}

	@Test
	void aCommandHasAttemptsAndATimeout() throws Exception {
		assertThat(ScriptRun.of(folder, new CheckSpec.ShellCommand("true | true", SECOND, 1)).exitCode()).isZero();
		assertThat(ScriptRun.of(folder, new CheckSpec.ShellCommand("exit 3", SECOND, 2)).exitCode()).isEqualTo(1);
		Path first = folder.resolve("first");
		String secondTime = "[ -e " + ShellQuote.quote(first.toString()) + " ] || { : > " + ShellQuote.quote(first.toString()) + "; false; }";
		assertThat(ScriptRun.of(folder, new CheckSpec.ShellCommand(secondTime, SECOND, 2)).exitCode()).isZero();
		ScriptRun hanging = ScriptRun.of(folder, new CheckSpec.ShellCommand("sleep 60", Duration.ofMillis(200), 2));
		assertThat(hanging.exitCode()).isEqualTo(1);
		assertThat(hanging.millis()).isBetween(400L, 20_000L);
	}

	@Test
	void aUnitThatIsNotActiveFails() throws Exception {
		assertThat(ScriptRun.of(folder, new CheckSpec.Systemd("kaconf-no-such-unit.service"))).satisfies(run -> {
			assertThat(run.exitCode()).isEqualTo(1);
			assertThat(run.output()).contains("kaconf-no-such-unit.service is not active");
		});
	}

	@Test
	void aUnitIsAskedForByName() throws Exception {
		Path systemctl = Files.writeString(folder.resolve("systemctl"), "#!/bin/sh\n[ \"$*\" = 'is-active --quiet -- nginx.service' ]\n");
		Files.setPosixFilePermissions(systemctl, PosixFilePermissions.fromString("rwxr-xr-x"));
		Path script = ScriptRun.install(folder, "chk", new CheckSpec.Systemd("nginx.service"));
		assertThat(ScriptRun.of(Map.of("PATH", folder + ":" + System.getenv("PATH")), script.toString()).exitCode()).isZero();
	}
}
