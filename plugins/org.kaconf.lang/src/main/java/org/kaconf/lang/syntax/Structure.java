package org.kaconf.lang.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import org.kaconf.lang.catalog.BlockKind;
import org.kaconf.lang.catalog.Keyword;
import org.kaconf.lang.syntax.StructureProblem.Kind;

/**
 * Pairs the braces of a text. A text is cut into sections, each starting with a block that can only stand at the top level; so a mistake
 * never reaches beyond its section. A section whose braces pair is taken as it is, however it is indented. In one whose braces do not,
 * indentation and the catalog show where a brace is missing or which one is too many, and tokens of no length stand in for those that are
 * missing. The result always pairs.
 */
public final class Structure {
	/** Blocks within blocks beyond which braces are ignored; the deepest that mean anything are five. */
	static final int DEEPEST = 60;
	private static final int TAB = 8;

	private final String text;
	private final Vocabulary vocabulary = Vocabulary.standard();
	private final List<Token> in;
	private final List<Token> out;
	/** For each token the column of the first word of its line, tabs expanded. */
	private final int[] indents;
	/** For each token whether nothing but blanks and a condition stands in front of it on its line. */
	private final boolean[] onNewLine;
	private final List<StructureProblem> problems = new ArrayList<>();
	/** Offsets at which sections start, by what was wrong when they did. */
	private final NavigableMap<Integer, Integer> sections = new TreeMap<>();
	private final Deque<Frame> open = new ArrayDeque<>();
	/** Opening braces ignored because they were too deep, whose closing ones are ignored as well. */
	private int ignored;
	/** Blocks of the current section that are not closed, as far as not yet found. */
	private int missing;
	/** Closing braces of the current section that are too many, as far as not yet found. */
	private int surplus;
	/** Heads of the current section behind which an opening brace is missing, with the index behind their last value. */
	private final Map<Integer, Integer> unopened = new HashMap<>();
	/** Index of the head whose statement is being read; -1 when a brace would open a bare block. */
	private int head = -1;

	/** A block that is open. */
	private static final class Frame {
		final Token head;
		final Token brace;
		final int indent;
		final BlockKind kind;
		/** Indentation of its first line, -1 while it has none. */
		int childIndent = -1;

		Frame(Token head, Token brace, int indent, BlockKind kind) {
			this.head = head;
			this.brace = brace;
			this.indent = indent;
			this.kind = kind;
		}

		boolean isIndented() {
			return childIndent > indent;
		}
	}

	private Structure(String text, boolean expanded) {
		this.text = text;
		this.in = Scanner.scan(text, expanded);
		this.out = new ArrayList<>(in.size() + 16);
		this.indents = new int[in.size()];
		this.onNewLine = new boolean[in.size()];
		measure();
		for (int start = 0; start < in.size();) {
			int end = endOfSection(start);
			section(start, end);
			start = end;
		}
		closeAll();
		sections.put(text.length(), problems.size());
	}

	/** Reads a text as written. */
	public static Structure of(String text) {
		return new Structure(text, false);
	}

	/** Reads a text whose conditions, sequences and definitions are resolved: what still looks like one is a word. */
	public static Structure ofExpanded(String text) {
		return new Structure(text, true);
	}

	public String text() {
		return text;
	}

	/** All tokens in the order of the text, braces paired. */
	public List<Token> tokens() {
		return out;
	}

	public List<StructureProblem> problems() {
		return problems;
	}

	/** Whether nothing is wrong with the braces of the section an offset stands in; then its blocks are as they are written. */
	public boolean isIntactAt(int offset) {
		Map.Entry<Integer, Integer> section = sections.floorEntry(offset);
		Map.Entry<Integer, Integer> next = sections.higherEntry(offset);
		return section == null || next == null || section.getValue().equals(next.getValue());
	}

	/** Whether a token names a block that can stand at the top level only; on a new line within another block it is taken for misplaced. */
	public boolean isTopLevelBlock(Token token) {
		return token.type().isHead() && vocabulary.rootBlocks().contains(word(token));
	}

	private int endOfSection(int start) {
		boolean content = false;
		for (int i = start; i < in.size(); i++) {
			Token token = in.get(i);
			if (content && onNewLine[i] && startsSection(i)) {
				return i;
			}
			content |= !token.type().isHidden();
		}
		return in.size();
	}

	private boolean startsSection(int index) {
		int i = index;
		while (i < in.size() && (in.get(i).type() == TokenType.CONDITION || in.get(i).type() == TokenType.SEQUENCE || in.get(i).type() == TokenType.WS)) {
			i++;
		}
		if (i == in.size() || in.get(index).type() == TokenType.WS || in.get(i).type() != TokenType.HEAD || !vocabulary.rootBlocks().contains(word(in.get(i)))) {
			return false;
		}
		int behind = endOfStatement(i);
		boolean opens = behind < in.size() && in.get(behind).type() == TokenType.LBRACE;
		return opens || indents[index] == 0 && in.subList(i + 1, behind).stream().anyMatch(t -> t.type().isValue());
	}

	/** Index of the first visible token behind a head that is none of its values. */
	private int endOfStatement(int headIndex) {
		int i = headIndex + 1;
		while (i < in.size() && (in.get(i).type().isHidden() || in.get(i).type().isValue() || in.get(i).type() == TokenType.QUOTED)) {
			i++;
		}
		return i;
	}

	private void section(int start, int end) {
		closeAll();
		sections.put(in.get(start).start(), problems.size());
		unopened.clear();
		missing = 0;
		surplus = 0;
		ignored = 0;
		head = -1;
		count(start, end);
		if (surplus > 0) {
			findUnopened(start, end);
		}
		for (int i = start; i < end; i++) {
			place(i);
		}
	}

	private void count(int start, int end) {
		for (Token token : in.subList(start, end)) {
			if (token.type() == TokenType.LBRACE) {
				missing++;
			} else if (token.type() == TokenType.RBRACE) {
				if (missing > 0) {
					missing--;
				} else {
					surplus++;
				}
			}
		}
	}

	/** A closing brace too many often belongs to a keyword whose opening brace was forgotten. */
	private void findUnopened(int start, int end) {
		for (int i = start; i < end && surplus > 0; i++) {
			if (in.get(i).type() == TokenType.HEAD && onNewLine[i] && needsBlock(word(in.get(i)))) {
				int behind = endOfStatement(i);
				if (behind == in.size() || in.get(behind).type() != TokenType.LBRACE) {
					unopened.put(i, endOfValues(i));
					surplus--;
				}
			}
		}
		if (missing > 0 && !unopened.isEmpty()) {
			missing = Math.max(0, missing - unopened.size());
		}
	}

	private boolean needsBlock(String keyword) {
		List<BlockKind> contexts = vocabulary.catalog().contextsOf(keyword);
		return !contexts.isEmpty() && contexts.stream().map(kind -> kind.keyword(keyword).orElseThrow()).allMatch(k -> k.block() != null && !k.blockOptional());
	}

	private void place(int index) {
		Token token = in.get(index);
		switch (token.type()) {
			case LBRACE -> openBrace(index, token);
			case RBRACE -> closeBrace(index, token);
			case HEAD -> head(index, token);
			default -> {
				if (!token.type().isHidden() && !token.type().isValue() && token.type() != TokenType.QUOTED) {
					startLine(index, token);
					head = -1;
				}
				out.add(token);
			}
		}
		if (head >= 0 && unopened.getOrDefault(head, -1) == index + 1) {
			begin(head);
		}
	}

	/** Index behind the last value of a head. */
	private int endOfValues(int headIndex) {
		int end = headIndex + 1;
		for (int i = end; i < in.size() && (in.get(i).type().isHidden() || in.get(i).type().isValue() || in.get(i).type() == TokenType.QUOTED); i++) {
			if (in.get(i).type().isValue()) {
				end = i + 1;
			}
		}
		return end;
	}

	private void begin(int headIndex) {
		Token headToken = in.get(headIndex);
		int at = out.getLast().end();
		Token brace = new Token(TokenType.BEGIN, at, at);
		problems.add(new StructureProblem(Kind.MISSING_OPENING_BRACE, "'{' is missing behind " + word(headToken), headToken.start(), at, at));
		out.add(brace);
		push(headToken, brace, indents[headIndex]);
	}

	private void openBrace(int index, Token token) {
		if (open.size() >= DEEPEST) {
			if (ignored++ == 0) {
				problems.add(new StructureProblem(Kind.TOO_DEEP, "more than " + DEEPEST + " blocks within each other; this one is ignored", token.start(), token.end(), token.start()));
			}
			out.add(token.as(TokenType.STRAY_BRACE));
			head = -1;
			return;
		}
		Token headToken = head < 0 ? null : in.get(head);
		if (missing > 0 && onNewLine[index] && (headToken == null || takesNoBlock(headToken))) {
			missing--;
			problems.add(new StructureProblem(Kind.STRAY_OPENING_BRACE, "'{' opens no block and is never closed; remove it", token.start(), token.end(), token.start()));
			out.add(token.as(TokenType.STRAY_BRACE));
			head = -1;
			return;
		}
		if (headToken == null) {
			problems.add(new StructureProblem(Kind.STRAY_OPENING_BRACE, "'{' follows no keyword; remove it, or write what the block is", token.start(), token.end(), token.start()));
		}
		out.add(headToken == null ? token.as(TokenType.BARE_LBRACE) : token);
		push(headToken, token, indents[head < 0 ? index : head]);
	}

	/** Whether what a head says is known, and never a block. */
	private boolean takesNoBlock(Token headToken) {
		if (!open.isEmpty() && open.peek().kind != null && open.peek().kind.entry().isPresent()) {
			return true;
		}
		List<BlockKind> contexts = vocabulary.catalog().contextsOf(word(headToken));
		return !contexts.isEmpty() && contexts.stream().allMatch(kind -> kind.keyword(word(headToken)).orElseThrow().block() == null);
	}

	private void push(Token headToken, Token brace, int indent) {
		open.push(new Frame(headToken, brace, indent, headToken == null ? null : kindOf(headToken)));
		head = -1;
	}

	private BlockKind kindOf(Token headToken) {
		BlockKind outer = open.isEmpty() ? vocabulary.catalog().root() : open.peek().kind;
		if (outer == null) {
			return null;
		}
		Optional<Keyword> keyword = outer.keyword(word(headToken));
		return keyword.map(Keyword::block).flatMap(vocabulary.catalog()::find).orElse(null);
	}

	private void closeBrace(int index, Token token) {
		head = -1;
		if (ignored > 0) {
			ignored--;
			out.add(token.as(TokenType.STRAY_BRACE));
			return;
		}
		boolean ownLine = onNewLine[index];
		int indent = indents[index];
		while (missing > 0 && ownLine && open.size() > 1 && open.peek().isIndented() && indent < open.peek().indent && isIndentOfOuter(indent)) {
			missing--;
			end(endOfContent());
		}
		boolean tooEarly = surplus > 0 && !open.isEmpty() && open.peek().isIndented() && (ownLine ? indent > open.peek().indent : goesOnBehind(index, open.peek()));
		if (open.isEmpty() || tooEarly) {
			surplus = Math.max(0, surplus - 1);
			problems.add(new StructureProblem(Kind.STRAY_CLOSING_BRACE, "'}' closes no block; remove it, or add the '{' that is missing in front", token.start(), token.end(), token.start()));
			out.add(token.as(TokenType.STRAY_BRACE));
			return;
		}
		open.pop();
		out.add(token);
	}

	/** Whether the next line is indented as those of a block are. */
	private boolean goesOnBehind(int index, Frame frame) {
		int next = index + 1;
		while (next < in.size() && in.get(next).type().isHidden()) {
			next++;
		}
		return next < in.size() && onNewLine[next] && in.get(next).type() != TokenType.RBRACE && indents[next] >= frame.childIndent;
	}

	private boolean isIndentOfOuter(int indent) {
		Iterator<Frame> frames = open.iterator();
		frames.next();
		while (frames.hasNext()) {
			if (frames.next().indent == indent) {
				return true;
			}
		}
		return false;
	}

	private void head(int index, Token token) {
		startLine(index, token);
		String word = word(token);
		TokenType type = namedStatement(word).filter(this::isAtItsPlace).orElse(TokenType.HEAD);
		head = index;
		out.add(token.as(type));
	}

	/** At the top level {@code track_file} is the newer name of {@code vrrp_track_file}. */
	private Optional<TokenType> namedStatement(String word) {
		return word.equals("track_file") && open.isEmpty() ? Optional.of(TokenType.VRRP_TRACK_FILE) : TokenType.ofNamedStatement(word);
	}

	private boolean isAtItsPlace(TokenType named) {
		return switch (named) {
			case CLUSTER -> open.isEmpty();
			case NODE -> !open.isEmpty() && open.peek().head != null && word(open.peek().head).equals("cluster");
			default -> open.isEmpty() || open.peek().kind == null || open.peek().kind.entry().isEmpty();
		};
	}

	/** A line starts: ends blocks that cannot go on here, if any is known to be open too long. */
	private void startLine(int index, Token token) {
		if (!onNewLine[index] || open.isEmpty()) {
			return;
		}
		int indent = indents[index];
		while (missing > 0 && !open.isEmpty() && open.peek().brace.type() != TokenType.BEGIN && endsBefore(token, indent)) {
			missing--;
			end(endOfContent());
		}
		if (!open.isEmpty() && open.peek().childIndent < 0) {
			open.peek().childIndent = indent;
		}
	}

	private boolean endsBefore(Token token, int indent) {
		Frame frame = open.peek();
		if (frame.isIndented() && indent <= frame.indent) {
			return true;
		}
		if (token.type() != TokenType.HEAD || frame.kind == null || frame.kind.entry().isEmpty() || open.size() < 2 || frame.childIndent < 0) {
			return false;
		}
		Iterator<Frame> frames = open.iterator();
		frames.next();
		BlockKind outer = frames.next().kind;
		return outer != null && outer.keyword(word(token)).isPresent();
	}

	/** Index in the output behind the last visible token. */
	private int endOfContent() {
		int end = out.size();
		while (end > 0 && (out.get(end - 1).type().isHidden() || out.get(end - 1).type() == TokenType.CONDITION || out.get(end - 1).type() == TokenType.SEQUENCE)) {
			end--;
		}
		return end;
	}

	private void closeAll() {
		while (!open.isEmpty()) {
			end(endOfContent());
		}
	}

	private void end(int outIndex) {
		Frame frame = open.pop();
		int at = out.get(outIndex - 1).end();
		out.add(outIndex, new Token(TokenType.END, at, at));
		if (frame.brace.type() == TokenType.BEGIN) {
			return;
		}
		String name = frame.head == null ? "block" : "block " + word(frame.head);
		int start = frame.head == null ? frame.brace.start() : frame.head.start();
		problems.add(new StructureProblem(Kind.MISSING_CLOSING_BRACE, "the " + name + " is not closed; add '}'", start, frame.brace.end(), at));
	}

	/** Measures where each token stands on its line. */
	private void measure() {
		int column = 0;
		boolean first = true;
		for (int i = 0; i < in.size(); i++) {
			Token token = in.get(i);
			indents[i] = column;
			onNewLine[i] = first;
			if (token.type() == TokenType.WS) {
				int line = token.end();
				while (line > token.start() && text.charAt(line - 1) != '\n') {
					line--;
				}
				if (line > token.start()) {
					first = true;
					column = width(0, line, token.end());
				} else if (first && i == 0) {
					column = width(0, token.start(), token.end());
				}
			} else if (token.type() != TokenType.CONDITION && token.type() != TokenType.SEQUENCE) {
				first = false;
			}
		}
	}

	private int width(int column, int start, int end) {
		int width = column;
		for (int i = start; i < end; i++) {
			width = text.charAt(i) == '\t' ? (width / TAB + 1) * TAB : width + 1;
		}
		return width;
	}

	private String word(Token token) {
		return Words.unquote(token.in(text));
	}
}
