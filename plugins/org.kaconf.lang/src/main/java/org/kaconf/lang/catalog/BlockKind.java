package org.kaconf.lang.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.kaconf.model.KeepalivedVersion;

/** A kind of block: the keywords that may stand in it, or what one entry of it looks like. */
public final class BlockKind {
	private final String id;
	private final String title;
	private final String description;
	private final boolean extension;
	private final Map<String, Keyword> keywords;
	private final Entry entry;

	BlockKind(String id, String title, String description, boolean extension, Map<String, Keyword> keywords, Entry entry) {
		this.id = id;
		this.title = title;
		this.description = description;
		this.extension = extension;
		this.keywords = Collections.unmodifiableMap(new LinkedHashMap<>(keywords));
		this.entry = entry;
	}

	/** {@code root}, {@code vrrp_instance}, {@code vrrp_instance/authentication}, {@code virtual_ipaddress}. */
	public String id() {
		return id;
	}

	public String title() {
		return title;
	}

	public String description() {
		return description;
	}

	/** Whether it is Kaconf's own. */
	public boolean extension() {
		return extension;
	}

	/** The keywords in the order in which they are best read; empty for a value block. */
	public Collection<Keyword> keywords() {
		return keywords.values();
	}

	public Optional<Keyword> keyword(String name) {
		return Optional.ofNullable(keywords.get(name));
	}

	/** What a line of a value block holds; empty for a block of keywords. */
	public Optional<Entry> entry() {
		return Optional.ofNullable(entry);
	}

	BlockKind at(KeepalivedVersion version) {
		Map<String, Keyword> known = new LinkedHashMap<>();
		keywords.forEach((name, keyword) -> keyword.at(version).ifPresent(revised -> known.put(name, revised)));
		Entry knownEntry = entry == null ? null : new Entry(entry.name(), entry.syntax().at(version), entry.manyPerLine());
		return new BlockKind(id, title, description, extension, known, knownEntry);
	}

	@Override
	public String toString() {
		return id;
	}
}
