package org.kaconf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatTest {
	private static final String UNTIDY = "global_defs {\n\n  router_id\ta\n}\n";
	private static final String TIDY = "global_defs {\n\n    router_id a\n}\n";

	@TempDir
	private Path folder;

	private Path file(String name, String text) throws IOException {
		return Files.writeString(folder.resolve(name), text);
	}

	private static Cli withInput(byte[] bytes, Object... arguments) {
		InputStream before = System.in;
		System.setIn(new ByteArrayInputStream(bytes));
		try {
			return Cli.run(arguments);
		} finally {
			System.setIn(before);
		}
	}

	@Test
	void writesOnlyWhatChanges() throws IOException {
		Path untidy = file("untidy.conf", UNTIDY);
		Path tidy = file("tidy.conf", TIDY);
		Files.setPosixFilePermissions(untidy, PosixFilePermissions.fromString("rw-r-----"));
		FileTime old = FileTime.fromMillis(1_000_000_000_000L);
		Files.setLastModifiedTime(tidy, old);

		Cli cli = Cli.run("format", untidy, tidy);

		assertThat(cli.exitCode()).isZero();
		assertThat(cli.out().lines()).containsExactly("formatted  " + untidy);
		assertThat(untidy).hasContent(TIDY);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(untidy))).isEqualTo("rw-r-----");
		assertThat(Files.getLastModifiedTime(tidy)).isEqualTo(old);
		assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
	}

	@Test
	void checkWritesNothingAndShowsTheFirstDifference() throws IOException {
		Path untidy = file("untidy.conf", UNTIDY);
		Path tidy = file("tidy.conf", TIDY);

		Cli cli = Cli.run("format", "--check", tidy, untidy);

		assertThat(cli.exitCode()).isEqualTo(1);
		assertThat(cli.out().lines()).containsExactly(untidy + ":3: not formatted", "-   router_id\\ta", "+     router_id a");
		assertThat(cli.err()).isEqualToIgnoringNewLines("kaconf: 1 of 2 files would change; run kaconf format");
		assertThat(Files.readString(untidy)).isEqualTo(UNTIDY);
		assertThat(Cli.run("format", "--check", tidy).exitCode()).isZero();
	}

	@Test
	void standardInputGoesToStandardOutput() {
		Cli cli = withInput(UNTIDY.getBytes(StandardCharsets.UTF_8), "format", "-");
		assertThat(cli.out()).isEqualTo(TIDY);
		assertThat(cli.exitCode()).isZero();
		assertThat(withInput(UNTIDY.getBytes(StandardCharsets.UTF_8), "format", "--check", "-").exitCode()).isEqualTo(1);
		assertThat(withInput(new byte[] {'#', (byte) 0xe4}, "format", "-").err()).contains("UTF-8");
	}

	@Test
	void theProjectSaysHow() throws IOException {
		file("kaconf.properties", "format.indent=tab\nformat.opening_brace=left\n");
		Path file = file("a.conf", UNTIDY);

		Cli cli = Cli.run("format", file);

		assertThat(Files.readString(file)).isEqualTo("global_defs {\n\n\trouter_id a\n}\n");
		assertThat(cli.err()).contains("kaconf.properties:2:1").contains("'left'");
	}

	/** Other encodings: every byte that is no blank stays. */
	@Test
	void bytesThatAreNoUtf8Stay() throws IOException {
		Path file = folder.resolve("latin.conf");
		Files.write(file, "# Gr\u00fc\u00dfe\nglobal_defs{\n}\n".getBytes(StandardCharsets.ISO_8859_1));
		assertThat(Cli.run("format", file).exitCode()).isZero();
		assertThat(Files.readAllBytes(file)).isEqualTo("# Gr\u00fc\u00dfe\nglobal_defs {\n}\n".getBytes(StandardCharsets.ISO_8859_1));
	}

	@Test
	void aLinkStaysALink() throws IOException {
		Path real = file("real.conf", UNTIDY);
		Path link = Files.createSymbolicLink(folder.resolve("link.conf"), real);
		assertThat(Cli.run("format", link).exitCode()).isZero();
		assertThat(link).isSymbolicLink();
		assertThat(Files.readString(real)).isEqualTo(TIDY);
	}

	@Test
	void aMissingBraceIsNamedAndItsLinesStay() throws IOException {
		String text = "vrrp_instance A {\n  virtual_ipaddress {\n    10.0.0.1\n  priority 1\n}\n";
		Path file = file("broken.conf", text);
		Cli cli = Cli.run("format", file);
		assertThat(cli.exitCode()).isZero();
		assertThat(cli.err()).contains("broken.conf:2: ").contains("add '}'").contains("stay as they are");
		assertThat(Files.readString(file)).isEqualTo(text);
	}

	/** Nothing is written when one of the files cannot be. */
	@Test
	void filesThatAreNoneAreRefusedBeforeAnyIsWritten() throws IOException {
		Path good = file("good.conf", UNTIDY);
		Path binary = Files.write(folder.resolve("binary.conf"), new byte[] {'a', 0});
		for (Path bad : new Path[] {binary, folder, folder.resolve("none.conf")}) {
			Cli cli = Cli.run("format", good, bad);
			assertThat(cli.exitCode()).isEqualTo(2);
			assertThat(cli.err()).startsWith("kaconf: " + bad + ": ").doesNotContain("\tat ");
			assertThat(cli.err().strip()).doesNotContain("\n");
		}
		assertThat(Files.readString(good)).isEqualTo(UNTIDY);
	}
}
