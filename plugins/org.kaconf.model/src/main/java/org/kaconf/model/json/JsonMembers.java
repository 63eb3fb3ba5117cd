package org.kaconf.model.json;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A JSON object whose members are asked for by name. What is missing or wrong is a {@link JsonParseException} that begins with its JSON path. */
final class JsonMembers {
	private final String path;
	/** Texts, with numbers and truth values as they stand there, objects and lists of both; {@code null} is as good as not there. */
	private final Map<String, Object> values = new HashMap<>();

	private JsonMembers(String path) {
		this.path = path;
	}

	/** @throws IOException when it cannot be read or is no JSON */
	static JsonMembers read(Reader reader) throws IOException {
		JsonReader in = new JsonReader(reader);
		// For the messages: a strict reader's advise to make it lenient.
		in.setStrictness(Strictness.LENIENT);
		JsonMembers document = as(JsonMembers.class, value(in, "$"), "$");
		if (in.peek() != JsonToken.END_DOCUMENT) {
			throw new MalformedJsonException("text after the end of the document");
		}
		return document;
	}

	private static Object value(JsonReader in, String path) throws IOException {
		switch (in.peek()) {
			case NULL -> {
				in.nextNull();
				return null;
			}
			case BEGIN_OBJECT -> {
				JsonMembers object = new JsonMembers(path);
				in.beginObject();
				while (in.hasNext()) {
					String name = in.nextName();
					object.values.put(name, value(in, object.path(name)));
				}
				in.endObject();
				return object;
			}
			case BEGIN_ARRAY -> {
				List<Object> list = new ArrayList<>();
				in.beginArray();
				while (in.hasNext()) {
					list.add(value(in, element(path, list.size())));
				}
				in.endArray();
				return list;
			}
			case BOOLEAN -> {
				return Boolean.toString(in.nextBoolean());
			}
			default -> {
				return in.nextString();
			}
		}
	}

	private String path(String name) {
		return path + "." + name;
	}

	private static String element(String path, int index) {
		return path + "[" + index + "]";
	}

	String text(String name) {
		return one(name, text -> text);
	}

	String textOrNull(String name) {
		return oneOrNull(name, text -> text);
	}

	int number(String name) {
		return one(name, Integer::valueOf);
	}

	boolean flag(String name) {
		return switch (text(name)) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new JsonParseException(path(name) + ": neither true nor false");
		};
	}

	/** @param parser refuses a text by any exception */
	<T> T one(String name, Function<String, T> parser) {
		return required(name, oneOrNull(name, parser));
	}

	<T> T oneOrNull(String name, Function<String, T> parser) {
		Object text = values.get(name);
		return text == null ? null : parsed(text, path(name), parser);
	}

	<T> T object(String name, Function<JsonMembers, T> reader) {
		return required(name, objectOrNull(name, reader));
	}

	<T> T objectOrNull(String name, Function<JsonMembers, T> reader) {
		Object object = values.get(name);
		return object == null ? null : built(object, path(name), reader);
	}

	List<String> texts(String name) {
		return list(name, (text, where) -> parsed(text, where, t -> t));
	}

	<T> List<T> objects(String name, Function<JsonMembers, T> reader) {
		return list(name, (object, where) -> built(object, where, reader));
	}

	private interface ElementReader<T> {
		T read(Object element, String path);
	}

	private <T> List<T> list(String name, ElementReader<T> reader) {
		List<?> elements = as(List.class, required(name, values.get(name)), path(name));
		List<T> list = new ArrayList<>();
		for (Object element : elements) {
			list.add(reader.read(element, element(path(name), list.size())));
		}
		return list;
	}

	private <T> T required(String name, T value) {
		if (value == null) {
			throw new JsonParseException(path(name) + " is missing");
		}
		return value;
	}

	private static <T> T parsed(Object value, String path, Function<String, T> parser) {
		String text = as(String.class, value, path);
		try {
			return parser.apply(text);
		} catch (RuntimeException e) {
			throw new JsonParseException(path + ": \"" + text + "\" is not valid here", e);
		}
	}

	private static <T> T built(Object value, String path, Function<JsonMembers, T> reader) {
		JsonMembers object = as(JsonMembers.class, value, path);
		try {
			return reader.apply(object);
		} catch (JsonParseException e) {
			throw e;
		} catch (RuntimeException e) {
			// What the record's constructor refuses.
			throw new JsonParseException(path + ": " + e.getMessage(), e);
		}
	}

	private static <T> T as(Class<T> type, Object value, String path) {
		if (!type.isInstance(value)) {
			throw new JsonParseException(path + " is not " + (type == String.class ? "a text or number" : type == List.class ? "a list" : "an object"));
		}
		return type.cast(value);
	}
}
