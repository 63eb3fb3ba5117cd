package org.kaconf.ide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The texts of {@code snippets.txt}: each begins with a line {@code == context; label; title}. */
final class Snippets {
	private static final String HEAD = "== ";
	private static final List<Snippet> ALL = read();

	private Snippets() {
	}

	static List<Snippet> all() {
		return ALL;
	}

	static List<Snippet> of(String context) {
		return ALL.stream().filter(s -> s.context().equals(context)).toList();
	}

	private static List<Snippet> read() {
		try (InputStream in = Snippets.class.getResourceAsStream("snippets.txt")) {
			List<Snippet> snippets = new ArrayList<>();
			for (String piece : ("\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8)).split("\n" + HEAD)) {
				if (!piece.isBlank()) {
					snippets.add(parse(piece));
				}
			}
			return List.copyOf(snippets);
		} catch (IOException e) {
			throw new UncheckedIOException("snippets.txt cannot be read", e);
		}
	}

	private static Snippet parse(String piece) {
		int headEnd = piece.indexOf('\n');
		String[] head = piece.substring(0, headEnd).split("; ", 3);
		return new Snippet(head[0], head[1], head[2], piece.substring(headEnd + 1).stripTrailing());
	}
}
