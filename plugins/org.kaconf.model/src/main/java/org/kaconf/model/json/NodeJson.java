package org.kaconf.model.json;

import com.google.gson.JsonParseException;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import org.kaconf.model.Node;

/**
 * Writes and reads a {@link Node}. Addresses are strings, durations ISO-8601, origins and check specifications are left out: the runtime
 * needs neither, and a script's command is known by then. The text is the same for equal nodes, to the byte.
 *
 * <p>Writing goes by the records' components. Reading is written out: a daemon starts by it, and binding records by reflection took a third of
 * its start-up time.
 */
public final class NodeJson {
	/**
	 * Raised when a member changes its place or meaning, or a new one is needed; a reader refuses any other. Format 2 has what an instance tracks
	 * in an object of its own, processes, files, BFD sessions, routes, rules and all settings of interfaces; format 3 what was written but not read.
	 */
	public static final int FORMAT = 3;

	private NodeJson() {
	}

	/** The node as indented JSON that ends with a newline. */
	public static String write(Node node) {
		return NodeWriter.write(FORMAT, node);
	}

	/**
	 * Reads what {@link #write} wrote; members of other names are passed over.
	 *
	 * @throws IOException when the text cannot be read, is no such JSON or is of another format; the message says so in one line
	 */
	public static Node read(Reader reader) throws IOException {
		try {
			JsonMembers document = JsonMembers.read(reader);
			String format = document.textOrNull("format");
			if (!Integer.toString(FORMAT).equals(format)) {
				throw new IOException("not a node.json of format " + FORMAT + (format == null ? "" : " but " + format)
						+ "; generate it again with this version of kaconf");
			}
			return NodeReader.node(document.object("node"));
		} catch (MalformedJsonException | EOFException e) {
			throw new IOException("not valid JSON: " + firstLine(e), e);
		} catch (JsonParseException | IllegalArgumentException e) {
			// The latter is a record's constructor that refuses its components.
			throw new IOException("not a node.json: " + firstLine(e), e);
		}
	}

	private static String firstLine(Exception e) {
		return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getClass().getSimpleName());
	}
}
