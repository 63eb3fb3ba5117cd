package org.kaconf.generator.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '"', value = {"VI_1;VI_1", "a|b;a\\|b", "<script>;\\<script\\>", "a\\b;a\\\\b", "`id`;\\`id\\`",
			"[x](y);\\[x\\](y)", "*x*;\\*x\\*", "\"a\nb\";a b"})
	void nothingInATextIsMarkup(String text, String markdown) {
		assertThat(Markdown.text(text)).isEqualTo(markdown);
	}
}
