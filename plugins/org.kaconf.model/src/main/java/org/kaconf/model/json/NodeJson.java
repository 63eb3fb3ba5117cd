package org.kaconf.model.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonIOException;
import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.util.function.Function;
import org.kaconf.model.CheckSpec;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.Node;
import org.kaconf.model.Origins;

/**
 * Writes and reads a {@link Node}. Addresses are strings, durations ISO-8601, origins and check specifications are left out: the runtime
 * needs neither, and a script's command is known by then. The text is the same for equal nodes, to the byte.
 */
public final class NodeJson {
	/** Raised when the meaning of a field changes; a reader refuses any other. */
	public static final int FORMAT = 1;

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping()
			.registerTypeAdapter(IpAddress.class, text(IpAddress::of))
			.registerTypeAdapter(IpPrefix.class, text(IpPrefix::of))
			.registerTypeAdapter(Duration.class, text(Duration::parse))
			.registerTypeAdapter(Origins.class, leftOut(Origins.NONE))
			.registerTypeAdapter(CheckSpec.class, leftOut(null))
			.create();

	private NodeJson() {
	}

	private record Document(int format, Node node) {
	}

	/** The node as indented JSON that ends with a newline. */
	public static String write(Node node) {
		return GSON.toJson(new Document(FORMAT, node)) + "\n";
	}

	/**
	 * Reads what {@link #write} wrote.
	 *
	 * @throws IOException when the text cannot be read, is no such JSON or is of another format; the message says so in one line
	 */
	public static Node read(Reader reader) throws IOException {
		try {
			Document document = GSON.fromJson(reader, Document.class);
			if (document == null || document.format() != FORMAT || document.node() == null) {
				throw new IOException("not a node.json of format " + FORMAT + "; generate it again with this version of kaconf");
			}
			return document.node();
		} catch (JsonSyntaxException e) {
			throw new IOException("not valid JSON: " + firstLine(e), e);
		} catch (JsonIOException e) {
			throw new IOException("cannot be read: " + firstLine(e), e);
		} catch (RuntimeException e) {
			// Gson reports what a record's constructor refuses as a plain RuntimeException.
			throw new IOException("not a node.json: " + firstLine(e), e);
		}
	}

	private static String firstLine(Exception e) {
		Throwable cause = e.getCause() == null ? e : e.getCause();
		return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.getClass().getSimpleName());
	}

	private static <T> TypeAdapter<T> text(Function<String, T> parser) {
		return new TypeAdapter<T>() {
			@Override
			public void write(JsonWriter out, T value) throws IOException {
				out.value(value.toString());
			}

			@Override
			public T read(JsonReader in) throws IOException {
				String text = in.nextString();
				try {
					return parser.apply(text);
				} catch (RuntimeException e) {
					throw new JsonSyntaxException(in.getPath() + ": \"" + text + "\" is not valid here", e);
				}
			}
		}.nullSafe();
	}

	private static <T> TypeAdapter<T> leftOut(T value) {
		return new TypeAdapter<>() {
			@Override
			public void write(JsonWriter out, T ignored) throws IOException {
				out.nullValue();
			}

			@Override
			public T read(JsonReader in) throws IOException {
				in.skipValue();
				return value;
			}
		};
	}
}
