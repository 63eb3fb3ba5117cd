package org.kaconf.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals as Maven calls them, without Maven; examples/nginx-ha is the run with it. */
class GoalsTest {
	private static final String EXAMPLE = "../../examples/nginx-ha/cluster.kaconf";

	@TempDir
	Path folder;
	private final RecordedLog log = new RecordedLog();

	private Path cluster(String from, String to) throws IOException {
		String text = Files.readString(Path.of(EXAMPLE));
		assertThat(text).contains(from);
		return Files.writeString(folder.resolve("cluster.kaconf"), text.replace(from, to));
	}

	private CheckMojo check(Path source) {
		CheckMojo mojo = new CheckMojo();
		mojo.source = source.toFile();
		mojo.failOn = "error";
		mojo.setLog(log);
		return mojo;
	}

	private GenerateMojo generate(Path source) {
		GenerateMojo mojo = new GenerateMojo();
		mojo.source = source.toFile();
		mojo.output = folder.resolve("out").toFile();
		mojo.setLog(log);
		return mojo;
	}

	@Test
	void theExampleIsFine() throws Exception {
		check(Path.of(EXAMPLE)).execute();
		assertThat(log.lines).containsExactly("[INFO] cluster.kaconf: no findings");
	}

	@Test
	void theExampleIsGenerated() throws Exception {
		generate(Path.of(EXAMPLE)).execute();
		generate(Path.of(EXAMPLE)).execute();
		Path out = folder.resolve("out");
		assertThat(log.lines).containsExactly("[INFO] " + out + ": 9 files written, 0 unchanged, 0 removed",
				"[INFO] " + out + ": 0 files written, 9 unchanged, 0 removed");
		assertThat(out.resolve("nginx02/etc/keepalived/scripts/chk_nginx")).isExecutable();
	}

	@Test
	void anErrorFailsAtItsLineAndColumn() throws Exception {
		Path file = cluster("@nginx01 priority 101", "@nginx01 priority 301");
		long line = Files.readString(file).lines().takeWhile(l -> !l.contains("301")).count() + 1;
		String place = "[ERROR] " + file + ":[" + line + ",23] priority: 301 ";
		assertThatThrownBy(() -> check(file).execute()).isInstanceOf(MojoFailureException.class).hasMessageContaining("1 error")
				.hasMessageContaining(file.toString()).hasNoCause();
		assertThat(log.lines).anyMatch(l -> l.startsWith(place) && l.endsWith(" [KA1203 value-out-of-range]"));
		log.lines.clear();
		assertThatThrownBy(() -> generate(file).execute()).isInstanceOf(MojoFailureException.class).hasMessageEndingWith("nothing was generated")
				.hasNoCause();
		assertThat(log.lines).anyMatch(l -> l.startsWith(place));
		assertThat(folder.resolve("out")).doesNotExist();
	}

	@Test
	void theBuildSaysWhatFailsIt() throws Exception {
		// Equal priorities: a warning.
		Path file = cluster("@nginx02 priority 100", "@nginx02 priority 101");
		CheckMojo mojo = check(file);
		mojo.rules = List.of("KA4001=off");
		mojo.execute();
		assertThat(log.lines).anyMatch(l -> l.startsWith("[WARNING] " + file + ":["));
		mojo.failOn = "warning";
		assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class).hasMessageContaining("warning");
		mojo.failOn = "never";
		mojo.execute();
	}

	@Test
	void aMissingFileIsOneLine() {
		assertThatThrownBy(() -> check(folder.resolve("nothing.kaconf")).execute()).isInstanceOf(MojoFailureException.class).hasNoCause();
		assertThat(log.lines).singleElement().asString().startsWith("[ERROR] ").contains("nothing.kaconf does not exist");
	}

	@Test
	void whatCannotBeWrittenIsOneLine() throws Exception {
		GenerateMojo mojo = generate(Path.of(EXAMPLE));
		Files.createDirectories(folder.resolve("out"));
		Files.writeString(folder.resolve("out/report.md"), "mine");
		assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class).hasMessageContaining("report.md: would be overwritten").hasNoCause();
		assertThat(folder.resolve("out/nginx01")).doesNotExist();
	}

	@Test
	void wrongParametersAreNamed() {
		CheckMojo mojo = check(Path.of(EXAMPLE));
		mojo.failOn = "fatal";
		assertThatThrownBy(mojo::execute).isInstanceOf(MojoExecutionException.class).hasMessageContaining("failOn").hasMessageContaining("fatal");
		mojo.failOn = "error";
		mojo.keepalivedVersion = "new";
		assertThatThrownBy(mojo::execute).isInstanceOf(MojoExecutionException.class).hasMessageContaining("keepalivedVersion: 'new' is no version");
		mojo.keepalivedVersion = "9.9";
		assertThatThrownBy(mojo::execute).isInstanceOf(MojoExecutionException.class).hasMessageContaining("write 2.4.3");
		mojo.keepalivedVersion = null;
		mojo.rules = List.of("KA0000=off");
		assertThatThrownBy(mojo::execute).isInstanceOf(MojoExecutionException.class).hasMessageContaining("parameter rules").hasMessageContaining("KA0000");
	}

	@Test
	void skippedIsSkipped() throws Exception {
		CheckMojo mojo = check(folder.resolve("nothing.kaconf"));
		mojo.skip = true;
		mojo.execute();
		assertThat(log.lines).containsExactly("[INFO] kaconf is skipped");
	}
}
