package org.kaconf.ide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.kaconf.ide.source.Slot;
import org.kaconf.ide.source.Statement;
import org.kaconf.ide.source.TypedTree;
import org.kaconf.ide.source.TypedTree.Placed;
import org.kaconf.ide.source.Variable;
import org.kaconf.ide.source.Word;
import org.kaconf.lang.ProjectSettings;
import org.kaconf.lang.catalog.Catalog;
import org.kaconf.lang.catalog.NameKind;
import org.kaconf.lang.catalog.Releases;

/** One file with its statements and the names in it. */
final class SourceUnit {
	private final Path file;
	private final TypedTree typed;
	private final List<Occurrence> occurrences;

	SourceUnit(Path file, String text) {
		this.file = file;
		this.typed = TypedTree.read(text, Catalog.standard().forVersion(ProjectSettings.of(file).keepalivedVersion().orElse(Releases.NEWEST)));
		this.occurrences = new Collector().collect();
	}

	Path file() {
		return file;
	}

	String text() {
		return typed.source().text();
	}

	TypedTree typed() {
		return typed;
	}

	/** All names in the file, by offset. */
	List<Occurrence> occurrences() {
		return occurrences;
	}

	Optional<Occurrence> occurrenceAt(int offset) {
		return occurrences.stream().filter(o -> o.touches(offset)).findFirst()
				// Also on the sign in front of the name.
				.or(() -> typed.source().variableAt(offset).flatMap(v -> occurrences.stream().filter(o -> o.offset() == v.nameOffset()).findFirst()));
	}

	private final class Collector {
		private final List<Occurrence> found = new ArrayList<>();

		List<Occurrence> collect() {
			typed.source().forEach(this::statement);
			typed.source().variables().forEach(this::variable);
			found.sort(Comparator.comparingInt(Occurrence::offset));
			return List.copyOf(found);
		}

		private void statement(Statement statement) {
			if (statement.condition() != null) {
				condition(statement, statement.condition());
			}
			if (statement.isDefinition()) {
				String name = statement.keyword().text().substring(1);
				add(Name.variable(name), statement.keyword().offset() + 1, name.length(), true, statement);
			}
			typed.values(statement).forEach(v -> value(statement, v));
		}

		private void condition(Statement statement, Word condition) {
			int sign = condition.text().startsWith("@^") ? 2 : 1;
			String node = condition.text().substring(sign);
			if (!node.isEmpty()) {
				add(new Name(NameKind.NODE, node), condition.offset() + sign, node.length(), false, statement);
			}
		}

		private void value(Statement statement, Placed placed) {
			Word word = placed.word();
			if (placed.slot() instanceof Slot.Value value && !word.hasVariable() && !word.text().isEmpty()) {
				value.argument().type().defines().ifPresent(
						k -> add(new Name(k, word.text()), word.textOffset(), word.text().length(), true, statement));
				value.argument().type().refersTo().ifPresent(
						k -> add(new Name(k, word.text()), word.textOffset(), word.text().length(), false, statement));
			}
		}

		private void variable(Variable variable) {
			add(Name.variable(variable.name()), variable.nameOffset(), variable.name().length(), false, null);
		}

		private void add(Name name, int offset, int length, boolean definition, Statement statement) {
			found.add(new Occurrence(name, file, offset, length, definition, statement));
		}
	}
}
