package org.kaconf.ide;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kaconf.lang.catalog.NameKind;

/** The names in the files of a cluster: where they are defined and used, and how to change them. */
final class Names {
	private static final Pattern VARIABLE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
	/** What would end a word or begin something else. */
	private static final Pattern PLAIN_NAME = Pattern.compile("[^\\s\"'{}#!$@~][^\\s\"{}#!$]*");

	private final SourceUnit current;
	private final Collection<SourceUnit> units;

	/** @param units all files of the cluster, the current one included */
	Names(SourceUnit current, Collection<SourceUnit> units) {
		this.current = current;
		this.units = units;
	}

	List<Target> definitions(int offset) {
		return current.occurrenceAt(offset).map(this::definitions).orElse(List.of()).stream().map(Occurrence::target).toList();
	}

	/** Those of the same file, or else those of other files: each node may have a file of its own with the same names. */
	List<Occurrence> definitions(Occurrence occurrence) {
		List<Occurrence> all = all(occurrence.name()).filter(Occurrence::definition).toList();
		List<Occurrence> here = all.stream().filter(o -> o.file().equals(occurrence.file())).toList();
		return here.isEmpty() ? all : here;
	}

	List<Target> references(int offset) {
		return current.occurrenceAt(offset).stream().flatMap(o -> all(o.name())).map(Occurrence::target).toList();
	}

	List<Highlight> highlights(int offset) {
		return current.occurrenceAt(offset).stream().flatMap(o -> all(o.name())).filter(o -> o.file().equals(current.file()))
				.map(o -> new Highlight(o.offset(), o.length(), o.definition())).toList();
	}

	/** All names of a kind that are defined somewhere, those of this file first. */
	Set<String> defined(NameKind kind) {
		Stream<SourceUnit> others = units.stream().filter(u -> u != current);
		return Stream.concat(Stream.of(current), others).flatMap(u -> u.occurrences().stream())
				.filter(o -> o.definition() && o.name().kind() == kind).map(o -> o.name().text())
				.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	Optional<Target> renameTarget(int offset) {
		return current.occurrenceAt(offset).filter(o -> !definitions(o).isEmpty()).map(Occurrence::target);
	}

	List<TextEdit> rename(int offset, String newName) {
		Occurrence occurrence = current.occurrenceAt(offset).filter(o -> !definitions(o).isEmpty())
				.orElseThrow(() -> new IllegalArgumentException("There is no name to rename here."));
		Name name = occurrence.name();
		Pattern form = name.isVariable() ? VARIABLE_NAME : PLAIN_NAME;
		if (!form.matcher(newName).matches()) {
			throw new IllegalArgumentException("'" + newName + "' cannot be the name of a " + name.title() + "; write "
					+ (name.isVariable() ? "letters, digits and underscores." : "a word without blanks, quotes, braces and the signs # ! $."));
		}
		if (!newName.equals(name.text()) && defined(name.kind()).contains(newName)) {
			throw new IllegalArgumentException("There is already a " + name.title() + " '" + newName + "'.");
		}
		return all(name).map(o -> new TextEdit(o.file(), o.offset(), o.length(), newName)).toList();
	}

	private Stream<Occurrence> all(Name name) {
		return units.stream().flatMap(u -> u.occurrences().stream()).filter(o -> o.name().equals(name));
	}
}
