package org.kaconf.model.json;

import com.google.gson.ExclusionStrategy;
import com.google.gson.FieldAttributes;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.time.Duration;
import java.util.Set;
import org.kaconf.model.CheckSpec;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.Node;
import org.kaconf.model.Origins;

/** Writes each record as an object of its components, in their order; {@link NodeReader} reads that. */
final class NodeWriter {
	private static final JsonSerializer<Object> AS_TEXT = (value, type, context) -> new JsonPrimitive(value.toString());
	private static final Set<Class<?>> LEFT_OUT = Set.of(Origins.class, CheckSpec.class);
	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().registerTypeAdapter(IpAddress.class, AS_TEXT)
			.registerTypeAdapter(IpPrefix.class, AS_TEXT).registerTypeAdapter(Duration.class, AS_TEXT).setExclusionStrategies(new ExclusionStrategy() {
				@Override
				public boolean shouldSkipField(FieldAttributes field) {
					return LEFT_OUT.contains(field.getDeclaredClass());
				}

				@Override
				public boolean shouldSkipClass(Class<?> type) {
					return false;
				}
			}).create();

	private NodeWriter() {
	}

	private record Document(int format, Node node) {
	}

	static String write(int format, Node node) {
		return GSON.toJson(new Document(format, node)) + "\n";
	}
}
