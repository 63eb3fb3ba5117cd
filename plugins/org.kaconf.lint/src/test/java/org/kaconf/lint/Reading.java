package org.kaconf.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.kaconf.lang.Analysis;
import org.kaconf.lang.BlockKinds;
import org.kaconf.lang.NodeView;
import org.kaconf.lang.Problem;
import org.kaconf.lang.ProblemKind;
import org.kaconf.lang.kaconf.KaconfPackage;
import org.kaconf.lang.kaconf.Statement;
import org.kaconf.model.Origin;

/**
 * What a reader makes of a text, as far as keepalived tells: it names each keyword it does not know, each state there is none of and each
 * file it does not find to include. A text of such words shows line by line what became of conditions,
 * definitions, sequences and quotes.
 */
final class Reading {
	private static final Pattern MISSING = Pattern.compile("no file is called '(.*)' in .*|the included file '(.*)' does not exist.*");
	private static final Map<String, Pattern> TOLD = Map.of("keyword", Pattern.compile("Unknown keyword '(.*)'", Pattern.DOTALL), "state", Pattern.compile("\\(.*\\) unknown state '(.*)', defaulting to BACKUP"),
			"include", Pattern.compile("Config files missing '(.*)'\\."));

	private Reading() {
	}

	/** One word and the line it came from. */
	private record Told(String file, int line, String text) {
	}

	/** What keepalived made of a text; closing braces that are too many left out. It reads a text several times, and only the first time escaped comment signs are none. */
	static List<String> byKeepalived(List<RealKeepalived.Message> messages, String file) {
		List<Told> told = new ArrayList<>();
		Set<Integer> readAgain = messages.stream().filter(message -> file.equals(message.file())).map(RealKeepalived.Message::line).collect(Collectors.toSet());
		for (RealKeepalived.Message message : messages) {
			for (Map.Entry<String, Pattern> kind : TOLD.entrySet()) {
				Matcher m = kind.getValue().matcher(message.text());
				if (m.matches() && !(message.file() == null && readAgain.contains(message.line())) && !m.group(1).equals("}")) {
					told.add(new Told(message.file() == null ? file : name(message.file()), message.line(), kind.getKey() + " " + m.group(1)));
				}
			}
		}
		return inOrder(told);
	}

	/** What Kaconf made of it. */
	static List<String> byKaconf(Analysis analysis) {
		List<Told> told = new ArrayList<>();
		NodeView node = analysis.nodes().getFirst();
		for (var all = node.ast().eAllContents(); all.hasNext();) {
			EObject element = all.next();
			if (element instanceof Statement statement && statement.getKeyword() != null) {
				told(statement, analysis).ifPresent(text -> told.add(told(node.origin(statement, KaconfPackage.Literals.STATEMENT__KEYWORD), text)));
			}
		}
		for (Problem problem : analysis.problems()) {
			Matcher m = MISSING.matcher(problem.message());
			if (problem.kind() == ProblemKind.INCLUDE && m.matches()) {
				told.add(told(problem.origin(), "include " + (m.group(1) == null ? m.group(2) : m.group(1))));
			}
		}
		return inOrder(told);
	}

	private static String name(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	private static Told told(Origin origin, String text) {
		return new Told(name(origin.file()), origin.line(), text);
	}

	private static Optional<String> told(Statement statement, Analysis analysis) {
		List<String> words = BlockKinds.words(statement);
		if (BlockKinds.of(statement, analysis.catalog()).filter(kind -> kind.entry().isPresent()).isPresent()) {
			return Optional.empty();
		}
		if (BlockKinds.keyword(statement, analysis.catalog()).isEmpty()) {
			return Optional.of("keyword " + statement.getKeyword());
		}
		if (words.isEmpty()) {
			return Optional.empty();
		}
		return switch (statement.getKeyword()) {
			case "state" -> Optional.of(words.getFirst()).filter(state -> !state.equals("MASTER") && !state.equals("BACKUP")).map("state "::concat);
			default -> Optional.empty();
		};
	}

	private static List<String> inOrder(List<Told> told) {
		return told.stream().distinct().sorted(Comparator.comparing(Told::file).thenComparingInt(Told::line)).map(one -> one.file() + ":" + one.line() + " " + one.text()).toList();
	}
}
