package org.kaconf.generator.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellQuoteTest {
	@Property(tries = 150)
	void aShellReadsExactlyTheText(@ForAll("hostileTexts") List<String> texts) throws Exception {
		StringBuilder program = new StringBuilder("printf '%s\\0'");
		texts.forEach(text -> program.append(' ').append(ShellQuote.quote(text)));
		assertThat(printed(program.toString())).isEqualTo(String.join("\0", texts) + "\0");
	}

	@Provide
	Arbitrary<List<String>> hostileTexts() {
		Arbitrary<String> anything = Arbitraries.strings().all().excludeChars('\0').ofMaxLength(40).filter(ShellQuoteTest::isUnicode);
		Arbitrary<String> shellish = Arbitraries.of("'", "\"", "$", "`", "\\", "\n", "\r", "\t", " ", "$(id)", "`id`", "${HOME}", "!!", "*",
				"~", ";", "&", "|", "<", ">", "#", "%s", "-n", "\\'", "'\\''", "\u00e4", "\u4e2d", "\ud83d\ude00", "a", "=", "(", ")", "{", "}");
		Arbitrary<String> mixed = Combinators.combine(shellish.list().ofMaxSize(12), anything).as((parts, tail) -> String.join("", parts) + tail);
		return mixed.list().ofMinSize(1).ofMaxSize(8);
	}

	/** A lone surrogate has no bytes that a program could be given. */
	private static boolean isUnicode(String text) {
		return StandardCharsets.UTF_8.newEncoder().canEncode(text);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "'", "''", "it's", "\n", "a\nb\n", "\\", "\\'", "$(touch x)", "`touch x`", "\"", "-e", "\u00e9\ud83d\ude00"})
	void edgesAreReadExactly(String text) throws Exception {
		assertThat(printed("printf '%s\\0' " + ShellQuote.quote(text))).isEqualTo(text + "\0");
	}

	@Test
	void nulIsRefused() {
		assertThatThrownBy(() -> ShellQuote.quote("a\0b")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("NUL");
	}

	/** The program goes in as a file, the way a generated script does. */
	private static String printed(String program) throws IOException, InterruptedException {
		Process shell = new ProcessBuilder("/bin/sh", "-s").redirectErrorStream(true).start();
		try (var in = shell.getOutputStream()) {
			in.write(program.getBytes(StandardCharsets.UTF_8));
		}
		String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(shell.waitFor()).isZero();
		return out;
	}
}
