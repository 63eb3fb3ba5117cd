package org.kaconf.lang.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaconf.lang.Corpus;

/** The installed keepalived says the same of a text before and after it is formatted, but for the numbers of lines. */
@Tag("live")
class SameToKeepalivedTest {
	@TempDir
	private Path folder;

	@BeforeAll
	static void keepalivedIsThere() {
		assumeTrue(Files.isExecutable(Path.of("/usr/sbin/keepalived")), "needs keepalived");
	}

	@TestFactory
	Stream<DynamicTest> realFiles() throws IOException {
		return Corpus.files().stream().map(file -> DynamicTest.dynamicTest(Corpus.name(file), () -> check(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))));
	}

	/** Each word of these is an unknown keyword, which keepalived names, or a value that it repeats. */
	@ParameterizedTest
	@ValueSource(strings = { "  @a x1\n\t@b x2\n@^a   x3\n@a\nx5", "a1\n{\nb1 {c1 } d1 }\ne1", "a1 { @a b1\n @b c1\n@a }\nd1", "@b a1\n{\nb1\n}", "@a a1 {\nb1 }", "a1 # c {\n{\nb1\n}",
			"$A=a1 \\\n   b1 \\\n\nc1\n  $A", "$A=a1 \\ # c\n\nc1\n$A", " $A=x  {  y1\n$A\nz1 }", "a1 { $Q=1 \nx${Q} }", "a1 {~SEQ(X,1,2)   y${X}\n}", "a1 { $A=\"x\ny1 } $A", "  ~LST(X,a,b)  x${X}",
			"global_defs {\nrouter_id  \"a  b\"\n}", "vrrp_instance A{state MASTER\nvirtual_router_id 1 interface   lo\n}", "\"quo  ted\"   x\n", "a1#b\nc1  !d", "a1\t;b1", "\uFEFFa1\n b1",
			"vrrp_instance A {\n virtual_ipaddress {\n 10.0.0.1 } priority  20 }", "vrrp_instance A\n\n{ virtual_router_id 1\n}", "global_defs {}\n}\n", "global_defs {\n\n\n\n router_id x" })
	void traps(String text) throws IOException {
		check(text);
	}

	private void check(String text) throws IOException {
		String formatted = Formatter.format(text, FormatOptions.DEFAULT);
		assertThat(messages(formatted)).isEqualTo(messages(text));
	}

	private String messages(String text) throws IOException {
		Path file = folder.resolve("keepalived.conf");
		Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
		Process keepalived = new ProcessBuilder("/usr/sbin/keepalived", "-t", "-i", "a", "-f", file.toString()).redirectErrorStream(true).start();
		return new String(keepalived.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1).replaceAll("(\\([^)]*)?[Ll]ine \\d+\\)? *", "");
	}
}
