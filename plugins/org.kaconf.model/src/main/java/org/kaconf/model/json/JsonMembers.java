package org.kaconf.model.json;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
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

	/** An empty text is an object without members. @throws IOException when it cannot be read or is no JSON */
	static JsonMembers read(Reader reader) throws IOException {
		JsonReader in = new JsonReader(reader);
		// For the messages: a strict reader's advise to make it lenient.
		in.setStrictness(Strictness.LENIENT);
		try {
			in.peek();
		} catch (EOFException empty) {
			return new JsonMembers("$");
		}
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
		return required(name, textOrNull(name));
	}

	String textOrNull(String name) {
		Object text = values.get(name);
		return text == null ? null : as(String.class, text, path(name));
	}

	int number(String name) {
		return required(name, numberOrNull(name));
	}

	Integer numberOrNull(String name) {
		return oneOrNull(name, Integer::valueOf);
	}

	long bigNumber(String name) {
		return one(name, Long::valueOf);
	}

	Long bigNumberOrNull(String name) {
		return oneOrNull(name, Long::valueOf);
	}

	boolean flag(String name) {
		return required(name, flagOrNull(name));
	}

	Boolean flagOrNull(String name) {
		String text = textOrNull(name);
		if (text == null) {
			return null;
		}
		if (!text.equals("true") && !text.equals("false")) {
			throw new JsonParseException(path(name) + ": neither true nor false");
		}
		return text.equals("true");
	}

	/** @param parser refuses a text by any exception */
	<T> T one(String name, Function<String, T> parser) {
		return required(name, oneOrNull(name, parser));
	}

	<T> T oneOrNull(String name, Function<String, T> parser) {
		String text = textOrNull(name);
		try {
			return text == null ? null : parser.apply(text);
		} catch (RuntimeException e) {
			throw new JsonParseException(path(name) + ": \"" + text + "\" is not valid here", e);
		}
	}

	<T> T required(String name, T value) {
		if (value == null) {
			throw new JsonParseException(path(name) + " is missing");
		}
		return value;
	}

	JsonMembers object(String name) {
		return required(name, objectOrNull(name));
	}

	/** An object that may be missing, read by a function. */
	<T> T readOrNull(String name, Function<JsonMembers, T> reader) {
		JsonMembers object = objectOrNull(name);
		return object == null ? null : reader.apply(object);
	}

	JsonMembers objectOrNull(String name) {
		Object object = values.get(name);
		return object == null ? null : as(JsonMembers.class, object, path(name));
	}

	List<String> texts(String name) {
		List<String> texts = new ArrayList<>();
		for (Object text : list(name)) {
			texts.add(as(String.class, text, element(path(name), texts.size())));
		}
		return texts;
	}

	<T> List<T> objects(String name, Function<JsonMembers, T> reader) {
		List<T> objects = new ArrayList<>();
		for (Object object : list(name)) {
			objects.add(reader.apply(as(JsonMembers.class, object, element(path(name), objects.size()))));
		}
		return objects;
	}

	private List<?> list(String name) {
		return as(List.class, required(name, values.get(name)), path(name));
	}

	private static <T> T as(Class<T> type, Object value, String path) {
		if (!type.isInstance(value)) {
			throw new JsonParseException(path + " is not " + (type == String.class ? "a text or number" : type == List.class ? "a list" : "an object"));
		}
		return type.cast(value);
	}
}
