package org.kaconf.ide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.kaconf.generator.Generator;
import org.kaconf.generator.GeneratorException;
import org.kaconf.generator.GeneratorOptions;
import org.kaconf.lang.Analysis;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LoadOptions;
import org.kaconf.lang.NodeView;
import org.kaconf.lang.SourceProvider;
import org.kaconf.lang.format.FormatOptions;
import org.kaconf.lang.format.Formatter;
import org.kaconf.lang.syntax.Structure;
import org.kaconf.lint.LintOptions;
import org.kaconf.lint.Linter;

/**
 * What a text goes through from the first character to the generated files: scanned, formatted, expanded, parsed, modelled, checked,
 * generated, coloured, completed. No step may throw or hang, and formatting may not change what is meant.
 */
public final class TextFuzzer {
	private static final Kaconf KACONF = Kaconf.create();
	private static final Linter LINTER = new Linter(new LintOptions(Map.of(), false));
	private static final Path FILE = Path.of("/virtual/main.kaconf");

	private TextFuzzer() {
	}

	/** Called by Jazzer. @param bytes a text, whether UTF-8 or not */
	public static void fuzzerTestOneInput(byte[] bytes) {
		String text = new String(bytes, StandardCharsets.UTF_8);
		Analysis analysis = analyse(text);
		LINTER.check(analysis);
		generate(analysis);
		format(text, analysis);
		edit(text);
	}

	private static Analysis analyse(String text) {
		SourceProvider only = path -> {
			throw new IOException("does not exist");
		};
		return KACONF.analyse(FILE, LoadOptions.DEFAULT.withSources(only.with(FILE, text)).withConfigId("a"));
	}

	private static void generate(Analysis analysis) {
		try {
			Generator.generate(analysis, new GeneratorOptions(false, Path.of("generated")));
		} catch (GeneratorException refused) {
			if (refused.getMessage().isBlank()) {
				throw new IllegalStateException("refused without a word", refused);
			}
		}
	}

	private static void format(String text, Analysis before) {
		String formatted = Formatter.format(text, FormatOptions.DEFAULT);
		must(Formatter.changes(formatted, FormatOptions.DEFAULT).isEmpty(), "not formatted after formatting");
		Analysis after = analyse(formatted);
		must(words(before).equals(words(after)), "other words after formatting");
		if (before.nodes().stream().allMatch(node -> Structure.ofExpanded(node.text().text()).problems().isEmpty())) {
			must(before.cluster().equals(after.cluster()), "another model after formatting");
		}
	}

	private static List<List<String>> words(Analysis analysis) {
		return analysis.nodes().stream().map(TextFuzzer::words).toList();
	}

	private static List<String> words(NodeView node) {
		String text = node.text().text();
		return Structure.ofExpanded(text).tokens().stream().filter(token -> !token.type().isHidden() && token.length() > 0).map(token -> token.in(text)).toList();
	}

	private static void edit(String text) {
		SourceUnit unit = new SourceUnit(FILE, text);
		Colouring.of(unit.typed());
		Folding.of(unit.typed().source());
		Completion.at(unit, new Names(unit, List.of(unit)), text.length() / 2);
	}

	private static void must(boolean holds, String otherwise) {
		if (!holds) {
			throw new IllegalStateException(otherwise);
		}
	}
}
