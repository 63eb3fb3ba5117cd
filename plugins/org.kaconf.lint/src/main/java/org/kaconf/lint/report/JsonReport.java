package org.kaconf.lint.report;

import java.util.List;

import org.kaconf.lint.Diagnostic;
import org.kaconf.lint.Related;
import org.kaconf.model.Origin;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * Diagnostics for programs, as one JSON object that stays as it is:
 * {@code {"diagnostics":[{"file","line","column","endLine","endColumn","severity","rule","name","message","related":[...]}]}}; each
 * related place has {@code file}, {@code line}, {@code column}, {@code endLine}, {@code endColumn} and {@code message}. Lines and columns
 * count from 1, the end is exclusive; a diagnostic about no place has line and column 0.
 */
public final class JsonReport {
	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

	private JsonReport() {
	}

	/** The report, ended with a new line. */
	public static String write(List<Diagnostic> diagnostics) {
		JsonArray array = new JsonArray();
		diagnostics.forEach(diagnostic -> array.add(json(diagnostic)));
		JsonObject report = new JsonObject();
		report.add("diagnostics", array);
		return GSON.toJson(report) + "\n";
	}

	private static JsonObject json(Diagnostic diagnostic) {
		JsonObject object = place(diagnostic.origin());
		object.addProperty("severity", diagnostic.severity().word());
		object.addProperty("rule", diagnostic.rule());
		object.addProperty("name", diagnostic.name());
		object.addProperty("message", diagnostic.message());
		JsonArray related = new JsonArray();
		for (Related other : diagnostic.related()) {
			JsonObject json = place(other.origin());
			json.addProperty("message", other.message());
			related.add(json);
		}
		object.add("related", related);
		return object;
	}

	private static JsonObject place(Origin origin) {
		JsonObject object = new JsonObject();
		object.addProperty("file", origin.file());
		object.addProperty("line", origin.line());
		object.addProperty("column", origin.column());
		object.addProperty("endLine", origin.endLine());
		object.addProperty("endColumn", origin.endColumn());
		return object;
	}
}
