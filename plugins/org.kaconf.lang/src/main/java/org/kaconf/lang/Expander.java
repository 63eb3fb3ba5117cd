package org.kaconf.lang;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.xtext.util.ITextRegion;
import org.kaconf.lang.syntax.Definitions;
import org.kaconf.lang.syntax.Lines;
import org.kaconf.lang.syntax.Scanner;

/**
 * Does to a text what keepalived does before it looks for keywords, for one node: keeps the lines of the node, collects definitions and
 * puts them in, repeats sequences, reads includes. What stays as it is keeps its place in its file, comments and all; what is put in
 * belongs to the place of its use. A line that holds for other nodes leaves an empty one behind.
 */
final class Expander {
	/** Files that include each other. */
	private static final int DEEPEST_INCLUDE = 32;
	private static final int MOST_INCLUDES = 1_000;
	/** Definitions put in for one line of a file. */
	private static final int MOST_REPLACEMENTS = 1_000;
	/** Definitions that use each other, and sequences within each other. */
	private static final int DEEPEST_LINE = 50;
	/** Lines made by definitions and sequences, whether or not anything is left of them. */
	private static final int MOST_LINES = 100_000;
	private static final int LONGEST_LINE = 1 << 14;
	private static final int LONGEST_TEXT = 1 << 20;

	private static final Pattern CONDITION = Pattern.compile("@(\\^?)([^\\s]*)\\s*");
	private static final Pattern DEFINITION = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]*)=");
	private static final Pattern INCLUDE = Pattern.compile("include[rmwba]?(?:\\s+(.*))?");

	private final String configId;
	private final Variables variables;
	private final Sources sources;
	private final List<Problem> problems;
	/** The cluster blocks of a file, which are not part of a node's text. */
	private final Function<SourceFile, List<ITextRegion>> clusterBlocks;
	/** Applied where a cluster block stands. */
	private final Variables ofNode;
	private final ExpandedText.Builder out = new ExpandedText.Builder();
	private final Deque<SourceFile> reading = new ArrayDeque<>();
	private int includes;
	private int replacements;
	private int linesMade;
	private boolean limitReached;

	Expander(String configId, Variables predefined, Variables ofNode, Sources sources, Function<SourceFile, List<ITextRegion>> clusterBlocks, List<Problem> problems) {
		this.configId = configId;
		this.variables = new Variables(predefined);
		this.variables.define(Predefined.INSTANCE.text(), List.of(configId));
		this.variables.define(Predefined.HASH.text(), List.of("#"));
		this.variables.define(Predefined.BANG.text(), List.of("!"));
		this.variables.defineAll(ofNode);
		this.ofNode = ofNode;
		this.sources = sources;
		this.clusterBlocks = clusterBlocks;
		this.problems = problems;
	}

	ExpandedText expand(SourceFile root) {
		file(root);
		return out.build();
	}

	private void file(SourceFile file) {
		reading.push(file);
		setFolder(file);
		String text = file.text();
		int pos = 0;
		for (ITextRegion skipped : clusterBlocks.apply(file)) {
			pos = lines(file, pos, skipped.getOffset());
			variables.defineAll(ofNode);
			pos = Math.max(pos, skipped.getOffset() + skipped.getLength());
		}
		lines(file, pos, text.length());
		reading.pop();
	}

	private void setFolder(SourceFile file) {
		Path folder = file.path().getParent();
		variables.define(Predefined.PWD.text(), List.of(folder == null ? "/" : folder.toString()));
	}

	/** Reads the lines that start in a stretch of a file. @return offset behind the last line read */
	private int lines(SourceFile file, int start, int end) {
		String text = file.text();
		int pos = start;
		while (pos < end && !limitReached) {
			replacements = 0;
			int lineEnd = Math.min(Lines.endOfLine(text, pos), end);
			pos = line(file, pos, lineEnd, end);
		}
		return pos;
	}

	/** Reads one line, or several when a definition goes on. @return offset of the next line */
	private int line(SourceFile file, int start, int lineEnd, int end) {
		String text = file.text();
		int next = Math.min(lineEnd + 1, end);
		int word = start;
		while (word < lineEnd && Scanner.isBlank(text.charAt(word))) {
			word++;
		}
		int contentEnd = Math.min(Lines.endOfContent(text, start), lineEnd);
		if (word >= contentEnd || isOrdinary(text, word, contentEnd)) {
			out.verbatim(file, start, next);
			return next;
		}
		int body = conditionEnd(text, word, contentEnd);
		Matcher definition = DEFINITION.matcher(text).region(Math.max(body, word), contentEnd);
		if (body >= 0 && definition.lookingAt()) {
			return definition(file, definition, start, lineEnd, end);
		}
		if (body >= 0) {
			out.verbatim(file, start, word);
			logical(LogicalLine.of(file, body, contentEnd), 0, body == word);
		}
		if (next > lineEnd) {
			out.verbatim(file, lineEnd, next);
		}
		return next;
	}

	/** Reads a definition with all its lines, which leaves empty ones behind. @return offset of the next line */
	private int definition(SourceFile file, Matcher definition, int start, int lineEnd, int end) {
		String text = file.text();
		int valueStart = definition.end();
		while (valueStart < definition.regionEnd() && Scanner.isBlank(text.charAt(valueStart))) {
			valueStart++;
		}
		int valueEnd = Math.max(valueStart, Math.min(Definitions.endOfText(text, valueStart), end));
		variables.define(definition.group(1), definitionLines(text.substring(valueStart, valueEnd)));
		int next = Math.min(Lines.endOfLine(text, Math.max(valueEnd, lineEnd)) + 1, end);
		for (int i = start; i < next; i++) {
			if (text.charAt(i) == '\n') {
				out.verbatim(file, i, i + 1);
			}
		}
		return next;
	}

	/** The lines of a definition; the empty ones around a continuation mean nothing. */
	private static List<String> definitionLines(String raw) {
		List<String> lines = new ArrayList<>(Definitions.lines(raw));
		if (lines.size() > 1) {
			lines.removeIf(String::isEmpty);
		}
		return lines;
	}

	/** Whether a line is taken as it is; what stands behind a brace is read as a line of its own. */
	private static boolean isOrdinary(String text, int word, int end) {
		char c = text.charAt(word);
		if (c == '@' || c == '~' || text.startsWith("include", word)) {
			return false;
		}
		boolean brace = false;
		for (int i = word; i < end; i++) {
			char at = text.charAt(i);
			brace |= at == '{' || at == '}';
			if (at == '$' || brace && (at == '@' || at == '~' || at == 'i')) {
				return false;
			}
		}
		return true;
	}

	/** Offset behind the condition of a line, the start of the line when it has none; -1 when the line holds for other nodes. */
	private int conditionEnd(String text, int word, int end) {
		Matcher m = CONDITION.matcher(text).region(word, end);
		if (!m.lookingAt()) {
			return word;
		}
		boolean holds = m.group(2).equals(configId) != m.group(1).equals("^");
		return holds ? m.end() : -1;
	}

	/**
	 * Expands a line and writes what comes of it.
	 *
	 * @param depth how many definitions and sequences it came out of
	 * @param whole whether it starts where its line starts in the file, with no condition in front
	 */
	private void logical(LogicalLine line, int depth, boolean whole) {
		if (limitReached || depth > 0 && !mayGoOn(line, depth)) {
			return;
		}
		LogicalLine content = line.withoutComment();
		Optional<LogicalLine> body = depth > 0 ? body(content) : Optional.of(content);
		if (body.isEmpty() || depth > 0 && isDefinition(body.get()) || sequence(body.get(), depth)) {
			return;
		}
		String text = body.get().text();
		Optional<Variables.Use> use = variables.firstUse(text);
		if (use.isPresent()) {
			replace(body.get(), use.get(), depth);
			return;
		}
		variables.misplacedUse(text).ifPresent(misplaced -> problems.add(new Problem(ProblemKind.EXPANSION,
				"'$" + misplaced.name() + "' has several lines and is only put in at the end of a line", body.get().origin(misplaced.start(), misplaced.end()))));
		statements(body.get(), depth, whole);
	}

	private boolean mayGoOn(LogicalLine line, int depth) {
		if (depth > DEEPEST_LINE) {
			limit(line, "definitions and sequences are used within each other more than " + DEEPEST_LINE + " times; does one use itself?");
		} else if (++linesMade > MOST_LINES) {
			limit(line, "definitions and sequences make more than " + MOST_LINES + " lines");
		}
		return !limitReached;
	}

	/** A line without its condition; empty when it holds for other nodes. */
	private Optional<LogicalLine> body(LogicalLine line) {
		int word = line.firstWord();
		if (word == line.text().length() || line.text().charAt(word) != '@') {
			return Optional.of(line);
		}
		int start = conditionEnd(line.text(), word, line.text().length());
		return start < 0 ? Optional.empty() : Optional.of(line.from(start));
	}

	/** Whether a line is a definition, which then holds. */
	private boolean isDefinition(LogicalLine line) {
		Matcher definition = DEFINITION.matcher(line.text()).region(line.firstWord(), line.text().length());
		if (definition.lookingAt()) {
			variables.define(definition.group(1), List.of(line.text().substring(definition.end()).strip()));
			return true;
		}
		return false;
	}

	/** Writes a line in which everything is put in. What stands behind a brace is read as a new line. */
	private void statements(LogicalLine line, int depth, boolean whole) {
		LogicalLine rest = line;
		int end = endOfStatement(rest);
		while (end < rest.text().length() && !limitReached) {
			write(rest.to(end));
			Optional<LogicalLine> next = body(rest.from(end));
			if (next.isEmpty() || isDefinition(next.get()) || sequence(next.get(), depth)) {
				return;
			}
			rest = next.get();
			end = endOfStatement(rest);
		}
		Matcher include = INCLUDE.matcher(rest.text()).region(rest.firstWord(), rest.text().length());
		if (include.matches()) {
			if (!whole || rest != line) {
				problems.add(new Problem(ProblemKind.INCLUDE_AGAIN, "keepalived reads the file twice where include is not the first word of its line", rest.origin(include.start(), include.end())));
			}
			include(rest, include);
		} else {
			write(rest);
		}
	}

	/** Braces of an include belong to its pattern. */
	private static int endOfStatement(LogicalLine line) {
		String text = line.text();
		int word = line.firstWord();
		return INCLUDE.matcher(text).region(word, text.length()).matches() ? text.length() : Lines.endOfStatement(text, word);
	}

	private void replace(LogicalLine line, Variables.Use first, int depth) {
		LogicalLine current = line;
		Optional<Variables.Use> use = Optional.of(first);
		while (use.isPresent()) {
			if (++replacements > MOST_REPLACEMENTS || current.text().length() > LONGEST_LINE) {
				limit(current, "'$" + use.get().name() + "' becomes more text than any configuration needs; does a definition use itself?");
				return;
			}
			List<LogicalLine> lines = current.replace(use.get().start(), use.get().end(), use.get().lines());
			if (lines.size() > 1) {
				reportCondition(lines.getFirst());
				several(lines, depth);
				return;
			}
			current = lines.getFirst();
			use = variables.firstUse(current.text());
		}
		reportCondition(current);
		logical(current, depth + 1, false);
	}

	/** A condition that comes out of a definition drops its line on other nodes, but where it holds keepalived takes it off wrongly. */
	private void reportCondition(LogicalLine line) {
		int word = line.firstWord();
		int end = line.text().length();
		if (word < end && line.text().charAt(word) == '@' && conditionEnd(line.text(), word, end) >= 0) {
			problems.add(new Problem(ProblemKind.EXPANSION, "keepalived garbles a condition that comes out of a definition; write the condition in front of the use", line.origin(word, end)));
		}
	}

	private void several(List<LogicalLine> lines, int depth) {
		for (int i = 0; i < lines.size(); i++) {
			if (i > 0) {
				lines.get(i).newLine(out);
			}
			logical(lines.get(i), depth + 1, false);
		}
	}

	/** Whether a line starts with a sequence, which then is repeated. */
	private boolean sequence(LogicalLine line, int depth) {
		String text = line.text();
		int word = line.firstWord();
		int end = text.startsWith("~", word) ? Sequence.end(text, word) : -1;
		if (end < 0) {
			return false;
		}
		List<Map<String, String>> steps;
		try {
			steps = Sequence.steps(text.substring(word, end), variables::replaceIn);
		} catch (IllegalArgumentException e) {
			problems.add(new Problem(ProblemKind.EXPANSION, e.getMessage(), line.origin(word, end)));
			return true;
		}
		boolean first = true;
		for (Map<String, String> step : steps) {
			if (limitReached) {
				break;
			}
			step.forEach((name, value) -> variables.define(name, List.of(value)));
			if (!first) {
				line.newLine(out);
			}
			first = false;
			replacements = 0;
			logical(line.from(end), depth + 1, false);
		}
		return true;
	}

	private void include(LogicalLine line, Matcher include) {
		String glob = include.group(1) == null ? "" : include.group(1).strip();
		int start = include.group(1) == null ? include.start() : include.start(1);
		if (glob.isEmpty()) {
			problems.add(new Problem(ProblemKind.INCLUDE, "include names no file; write its path", line.origin(start, include.end())));
			return;
		}
		SourceFile includer = reading.peek();
		Path folder = includer.path().getParent();
		Includes found = Includes.find(folder, glob);
		if (found.isIncomplete() || found.files().isEmpty() && isStrict(line.text(), include.start())) {
			problems.add(new Problem(ProblemKind.INCLUDE, (found.files().isEmpty() ? "no file is called '" + glob + "' in " : "some of '" + glob + "' are missing in ") + folder, line.origin(start, include.end())));
		}
		for (Path path : found.files()) {
			included(line, start, include.end(), folder, path);
		}
	}

	/** Whether a wildcard that matches nothing is an error. */
	private static boolean isStrict(String text, int at) {
		return text.startsWith("includew", at) || text.startsWith("includea", at);
	}

	private void included(LogicalLine line, int start, int end, Path folder, Path path) {
		if (limitReached) {
			return;
		}
		if (++includes > MOST_INCLUDES || reading.size() > DEEPEST_INCLUDE) {
			limit(line, includes > MOST_INCLUDES ? "more than " + MOST_INCLUDES + " files are included" : "files include each other more than " + DEEPEST_INCLUDE + " deep");
			return;
		}
		Path target = folder.resolve(path).normalize();
		if (reading.stream().anyMatch(open -> open.path().equals(target))) {
			problems.add(new Problem(ProblemKind.INCLUDE, "'" + path + "' includes itself; remove this line", line.origin(start, end)));
			return;
		}
		Optional<SourceFile> file = sources.load(target, display(path));
		if (file.isEmpty()) {
			problems.add(new Problem(ProblemKind.INCLUDE, "the included file '" + path + "' " + sources.failure(target)
					+ (path.toString().startsWith("\"") ? "; keepalived takes the quotes for a part of its name" : ""), line.origin(start, end)));
			return;
		}
		if (Includes.isExecutable(target)) {
			problems.add(new Problem(ProblemKind.INCLUDE, "keepalived skips the included file '" + path + "', which is executable; take that permission away", line.origin(start, end)));
		}
		file(file.get());
		setFolder(reading.peek());
		line.newLine(out);
	}

	/** The path of an included file as seen from where the user is. */
	private String display(Path path) {
		Optional<Path> folder = Sources.path(reading.peek().displayPath()).map(Path::getParent);
		return folder.map(f -> f.resolve(path).normalize()).orElse(path).toString();
	}

	private void write(LogicalLine line) {
		line.appendTo(out);
		if (out.length() > LONGEST_TEXT) {
			limit(line, "the expanded text of this node is longer than " + LONGEST_TEXT + " characters");
		}
	}

	private void limit(LogicalLine line, String message) {
		if (!limitReached) {
			problems.add(new Problem(ProblemKind.EXPANSION_LIMIT, message + "; the rest of the text is not read", line.origin(0, line.text().length())));
		}
		limitReached = true;
	}
}
