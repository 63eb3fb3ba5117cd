package org.kaconf.lang.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.kaconf.model.KeepalivedVersion;

/** A JSON object of a catalog file that knows which of its members were read, so that a misspelt one is not ignored. */
final class Row {
	private final String source;
	private final JsonObject json;
	private final Set<String> read = new HashSet<>();

	Row(String source, JsonObject json) {
		this.source = source;
		this.json = json;
	}

	boolean has(String member) {
		JsonElement element = json.get(member);
		return element != null && !element.isJsonNull();
	}

	private JsonElement get(String member) {
		read.add(member);
		return has(member) ? json.get(member) : null;
	}

	String string(String member) {
		JsonElement element = get(member);
		if (element == null)
			throw broken("member '" + member + "' is missing");
		return element.getAsString();
	}

	String string(String member, String otherwise) {
		JsonElement element = get(member);
		return element == null ? otherwise : element.getAsString();
	}

	boolean flag(String member) {
		JsonElement element = get(member);
		return element != null && element.getAsBoolean();
	}

	int integer(String member, int otherwise) {
		JsonElement element = get(member);
		return element == null ? otherwise : element.getAsInt();
	}

	KeepalivedVersion version(String member) {
		JsonElement element = get(member);
		return element == null ? null : KeepalivedVersion.parse(element.getAsString())
				.orElseThrow(() -> broken("'" + element.getAsString() + "' is no version"));
	}

	Range range() {
		return new Range(number("min"), number("max"));
	}

	private BigDecimal number(String member) {
		JsonElement element = get(member);
		return element == null ? null : element.getAsBigDecimal();
	}

	List<String> strings(String member) {
		JsonElement element = get(member);
		if (element == null)
			return List.of();
		List<String> strings = new ArrayList<>();
		element.getAsJsonArray().forEach(item -> strings.add(item.getAsString()));
		return List.copyOf(strings);
	}

	List<Row> rows(String member) {
		JsonElement element = get(member);
		if (element == null)
			return List.of();
		List<Row> rows = new ArrayList<>();
		element.getAsJsonArray().forEach(item -> rows.add(new Row(source, item.getAsJsonObject())));
		return rows;
	}

	Row row(String member) {
		JsonElement element = get(member);
		return element == null ? null : new Row(source, element.getAsJsonObject());
	}

	/** Says that no more members will be read; an unread one is a mistake in the file. */
	void end() {
		for (String member : json.keySet())
			if (!read.contains(member))
				throw broken("unknown member '" + member + "'");
	}

	IllegalStateException broken(String what) {
		return new IllegalStateException(source + ": " + what + " in " + json);
	}
}
