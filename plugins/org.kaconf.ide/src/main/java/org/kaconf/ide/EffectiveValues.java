package org.kaconf.ide;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kaconf.ide.source.Block;
import org.kaconf.ide.source.Statement;

/** What a statement says on each node, once conditions and definitions are resolved. */
final class EffectiveValues {
	/** The words a statement has on a node; several where it may be repeated. */
	record NodeValue(String node, List<String> values) {
		String text() {
			return String.join(", ", values);
		}
	}

	/** A block is the same one on each node when its keyword and words are. */
	private record Head(String keyword, List<String> words) {
		static Head of(Statement statement) {
			return new Head(statement.name(), statement.texts());
		}
	}

	private final Collection<NodeText> nodes;

	EffectiveValues(Collection<NodeText> nodes) {
		this.nodes = nodes;
	}

	/** The values of all statements with that keyword in the same block; nodes without any are left out. */
	List<NodeValue> of(Block block, String keyword) {
		List<Head> path = path(block);
		List<NodeValue> values = new ArrayList<>();
		for (NodeText node : nodes) {
			List<String> found = blocks(node, path).flatMap(b -> b.statements().stream()).filter(s -> s.name().equals(keyword))
					.map(s -> String.join(" ", s.texts())).toList();
			if (!found.isEmpty()) {
				values.add(new NodeValue(node.node(), found));
			}
		}
		return values;
	}

	/** The lines of the value block a statement owns. */
	List<NodeValue> entries(Statement owner) {
		List<Head> path = path(owner.block());
		List<NodeValue> values = new ArrayList<>();
		for (NodeText node : nodes) {
			List<String> found = blocks(node, path).flatMap(b -> b.statements().stream()).map(EffectiveValues::line).toList();
			if (!found.isEmpty()) {
				values.add(new NodeValue(node.node(), found));
			}
		}
		return values;
	}

	private static String line(Statement statement) {
		return Stream.concat(Stream.of(statement.name()), statement.texts().stream()).collect(Collectors.joining(" "));
	}

	private static List<Head> path(Block block) {
		Deque<Head> path = new ArrayDeque<>();
		for (Block b = block; b.owner() != null; b = b.parent()) {
			path.addFirst(Head.of(b.owner()));
		}
		return List.copyOf(path);
	}

	private static Stream<Block> blocks(NodeText node, List<Head> path) {
		Stream<Block> blocks = Stream.of(node.typed().source().root());
		for (Head head : path) {
			blocks = blocks.flatMap(b -> b.statements().stream()).filter(s -> Head.of(s).equals(head)).map(Statement::block).filter(Objects::nonNull);
		}
		return blocks;
	}
}
