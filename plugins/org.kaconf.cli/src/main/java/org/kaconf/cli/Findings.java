package org.kaconf.cli;

import java.io.PrintWriter;
import java.util.List;
import org.kaconf.lang.SourceFile;
import org.kaconf.lint.Diagnostic;
import org.kaconf.lint.Severity;
import org.kaconf.lint.report.TextReport;

/**
 * What a check found.
 *
 * @param files the texts it speaks of
 */
record Findings(List<Diagnostic> diagnostics, List<SourceFile> files) {
	/** All of several checks. */
	static Findings of(List<Findings> parts) {
		return new Findings(parts.stream().flatMap(f -> f.diagnostics().stream()).toList(),
				parts.stream().flatMap(f -> f.files().stream()).distinct().toList());
	}

	boolean hasErrors() {
		return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
	}

	/** The exit code of a check: information alone is no finding. */
	int exitCode() {
		return diagnostics.stream().allMatch(d -> d.severity() == Severity.INFO) ? ExitCode.OK : ExitCode.FINDINGS;
	}

	String text() {
		return new TextReport(Terminal.hasColours()).write(diagnostics, files);
	}

	/** Prints them where there are any. */
	void print(PrintWriter err) {
		if (!diagnostics.isEmpty()) {
			err.print(text());
			err.flush();
		}
	}
}
