package org.kaconf.lint.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kaconf.lang.SourceFile;
import org.kaconf.lint.Diagnostic;
import org.kaconf.lint.Related;
import org.kaconf.lint.Severity;
import org.kaconf.model.Origin;

/**
 * Diagnostics for people: one line each, the line of the text with the place underlined, and a summary. Passwords
 * are starred out.
 *
 * <pre>
 * cluster.kaconf:24:16: error: VRID 52 on lb2, but 51 on lb1: ... [KA3001 vrid-differs]
 *    24 |     virtual_router_id 52
 *       |                       ^^
 *   cluster.kaconf:20:22: lb1 uses VRID 51
 * </pre>
 */
public final class TextReport {
	private static final String RESET = "\u001b[0m";
	private static final String BOLD = "\u001b[1m";
	private static final String DIM = "\u001b[2m";
	private static final Map<Severity, String> COLOURS = Map.of(Severity.ERROR, "\u001b[1;31m", Severity.WARNING, "\u001b[1;33m", Severity.INFO, "\u001b[1;36m");
	private static final int TAB = 4;
	private static final Pattern PASSWORD = Pattern.compile("\\bauth_pass\"?\\s+");

	private final boolean colours;

	/** @param colours whether to use the escape sequences of terminals */
	public TextReport(boolean colours) {
		this.colours = colours;
	}

	/** The whole report, each line ended; ends with the summary. */
	public String write(List<Diagnostic> diagnostics, List<SourceFile> files) {
		Map<String, List<String>> lines = new HashMap<>();
		files.forEach(file -> lines.put(file.displayPath(), file.text().lines().toList()));
		StringBuilder out = new StringBuilder();
		for (Diagnostic diagnostic : diagnostics) {
			write(diagnostic, lines.getOrDefault(diagnostic.origin().file(), List.of()), out);
		}
		return out.append(summary(diagnostics)).append('\n').toString();
	}

	/** {@code 2 errors, 1 warning}, or {@code no findings}. */
	public static String summary(List<Diagnostic> diagnostics) {
		if (diagnostics.isEmpty()) {
			return "no findings";
		}
		List<String> parts = new ArrayList<>();
		for (Severity severity : Severity.values()) {
			long count = diagnostics.stream().filter(diagnostic -> diagnostic.severity() == severity).count();
			if (count > 0) {
				parts.add(count + " " + severity.word() + (count > 1 && severity != Severity.INFO ? "s" : ""));
			}
		}
		return String.join(", ", parts);
	}

	private void write(Diagnostic diagnostic, List<String> lines, StringBuilder out) {
		Origin origin = diagnostic.origin();
		if (!origin.file().isEmpty()) {
			out.append(paint(BOLD, visible(origin.toString()) + ":")).append(' ');
		}
		out.append(paint(COLOURS.get(diagnostic.severity()), diagnostic.severity().word() + ":")).append(' ').append(visible(diagnostic.message()))
				.append(' ').append(paint(DIM, "[" + diagnostic.rule() + " " + diagnostic.name() + "]")).append('\n');
		if (origin.isKnown() && origin.line() <= lines.size()) {
			excerpt(origin, withoutPassword(lines.get(origin.line() - 1)), out);
		}
		for (Related related : diagnostic.related()) {
			out.append("  ").append(visible(related.origin().toString())).append(": ").append(visible(related.message())).append('\n');
		}
	}

	private void excerpt(Origin origin, String line, StringBuilder out) {
		String number = Integer.toString(origin.line());
		int start = Math.min(origin.column() - 1, line.length());
		int end = Math.clamp(origin.endLine() > origin.line() ? line.length() : origin.endColumn() - 1, start, line.length());
		out.append(" ".repeat(Math.max(0, 5 - number.length()))).append(paint(DIM, number + " |")).append(' ').append(expand(line)).append('\n');
		int before = expand(line.substring(0, start)).length();
		int width = Math.max(1, expand(line.substring(0, end)).length() - before);
		out.append("      ").append(paint(DIM, "|")).append(' ').append(" ".repeat(before)).append(paint(BOLD, "^".repeat(width))).append('\n');
	}

	/** Reports end up in logs that more people read than configurations. */
	private static String withoutPassword(String line) {
		Matcher m = PASSWORD.matcher(line);
		return m.find() ? line.substring(0, m.end()) + line.substring(m.end()).replaceAll("[^\\s{}]", "*") : line;
	}

	/** Tabs as blanks, so that the mark stands below what it marks. */
	private static String expand(String line) {
		StringBuilder out = new StringBuilder();
		for (char c : visible(line).toCharArray()) {
			out.append(c == '\t' ? " ".repeat(TAB - out.length() % TAB) : String.valueOf(c));
		}
		return out.toString();
	}

	/** Control characters of a configuration must not reach the terminal. */
	private static String visible(String text) {
		StringBuilder out = new StringBuilder(text.length());
		text.chars().forEach(c -> out.append(Character.isISOControl(c) && c != '\t' ? '?' : (char) c));
		return out.toString();
	}

	private String paint(String colour, String text) {
		return colours ? colour + text + RESET : text;
	}
}
