package org.kaconf.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.lang.Analysis;
import org.kaconf.lint.Diagnostic;
import org.kaconf.lint.Lint;
import org.kaconf.lint.Related;
import org.kaconf.lint.Severity;
import org.kaconf.model.Origin;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The reports, letter by letter. */
class ReportTest {
	@TempDir
	private Path folder;

	@Test
	void textShowsTheLineAndThePlace() {
		Path file = Lint.write(folder.resolve("a.conf"), "vrrp_instance VI_1 {\n\tinterface eth0\n\tvirtual_router_id 51\n\tpriority 300\n\tvirtual_ipaddress {\n\t\t192.0.2.10\n\t}\n}\n");
		Analysis analysis = Lint.analyse(file);
		Diagnostic found = Lint.check(analysis).getFirst();

		assertThat(new TextReport(false).write(List.of(found), analysis.files())).isEqualTo(file + ":4:11: error: " + found.message() + " [KA1203 value-out-of-range]\n"
				+ "    4 |     priority 300\n"
				+ "      |              ^^^\n"
				+ "1 error\n");
	}

	@Test
	void textNamesRelatedPlacesAndCounts() {
		List<Diagnostic> diagnostics = List.of(diagnostic(Severity.ERROR, "one"), diagnostic(Severity.WARNING, "two"), diagnostic(Severity.WARNING, "three"), diagnostic(Severity.INFO, "four"));

		assertThat(new TextReport(false).write(diagnostics, List.of())).startsWith("""
				a.conf:3:5: error: one [KA3001 vrid-differs]
				  b.conf:7:9: there
				""").endsWith("1 error, 2 warnings, 1 info\n");
		assertThat(TextReport.summary(List.of())).isEqualTo("no findings");
	}

	@Test
	void coloursAreOnlyWhereWanted() {
		List<Diagnostic> diagnostics = List.of(diagnostic(Severity.ERROR, "one"));

		assertThat(new TextReport(false).write(diagnostics, List.of())).doesNotContain("\u001b");
		assertThat(new TextReport(true).write(diagnostics, List.of())).contains("\u001b[1;31merror:\u001b[0m");
	}

	@Test
	void controlCharactersOfAConfigurationDoNotReachTheTerminal() {
		assertThat(new TextReport(false).write(List.of(diagnostic(Severity.ERROR, "bad \u001b[2J word")), List.of())).doesNotContain("\u001b").contains("bad ?[2J word");
	}

	@Test
	void passwordsAreNotShown() {
		Path file = Lint.write(folder.resolve("a.conf"), "vrrp_instance VI_1 {\n  interface eth0\n  virtual_router_id 51\n  authentication {\n    auth_type PASS\n"
				+ "    auth_pass correct horse # battery\n  }\n  virtual_ipaddress {\n    192.0.2.10\n  }\n}\n");
		Analysis analysis = Lint.analyse(file);
		List<Diagnostic> found = Lint.check(analysis);

		assertThat(found).extracting(Diagnostic::rule).containsExactly("KA1202");
		assertThat(new TextReport(false).write(found, analysis.files()) + JsonReport.write(found)).doesNotContain("correct", "horse", "battery")
				.contains("    6 |     auth_pass ******* ***** * *******\n      |                       ^^^^^\n");
	}

	@Test
	void jsonHasTheAgreedShape() {
		String json = JsonReport.write(List.of(diagnostic(Severity.WARNING, "a \"quoted\" <word>")));

		JsonObject report = JsonParser.parseString(json).getAsJsonObject();
		assertThat(report.keySet()).containsExactly("diagnostics");
		JsonObject diagnostic = report.getAsJsonArray("diagnostics").get(0).getAsJsonObject();
		assertThat(diagnostic.keySet()).containsExactly("file", "line", "column", "endLine", "endColumn", "severity", "rule", "name", "message", "related");
		assertThat(diagnostic.get("severity").getAsString()).isEqualTo("warning");
		assertThat(diagnostic.get("message").getAsString()).isEqualTo("a \"quoted\" <word>");
		assertThat(diagnostic.get("endColumn").getAsInt()).isEqualTo(8);
		JsonObject related = diagnostic.getAsJsonArray("related").get(0).getAsJsonObject();
		assertThat(related.keySet()).containsExactly("file", "line", "column", "endLine", "endColumn", "message");
		assertThat(related.get("line").getAsInt()).isEqualTo(7);
	}

	@Test
	void jsonOfNothingIsAnEmptyList() {
		assertThat(JsonParser.parseString(JsonReport.write(List.of())).getAsJsonObject().getAsJsonArray("diagnostics")).isEmpty();
	}

	private static Diagnostic diagnostic(Severity severity, String message) {
		return new Diagnostic(new Origin("a.conf", 3, 5, 3, 8), severity, "KA3001", "vrid-differs", message,
				List.of(new Related(new Origin("b.conf", 7, 9, 7, 11), "there")), List.of());
	}
}
