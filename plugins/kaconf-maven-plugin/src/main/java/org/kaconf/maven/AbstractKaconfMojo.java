package org.kaconf.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.kaconf.lang.Analysis;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LoadOptions;
import org.kaconf.lang.catalog.Releases;
import org.kaconf.lint.Diagnostic;
import org.kaconf.lint.LintOptions;
import org.kaconf.lint.Linter;
import org.kaconf.lint.Severity;
import org.kaconf.model.KeepalivedVersion;
import org.kaconf.model.Origin;

/** What both goals have in common: reading the cluster and saying what is wrong with it. */
abstract class AbstractKaconfMojo extends AbstractMojo {
	/** The language registers itself in tables of EMF that know no threads. */
	private static final Object LANGUAGE = new Object();

	/** The cluster's file. */
	@Parameter(property = "kaconf.source", defaultValue = "${project.basedir}/cluster.kaconf")
	File source;

	/** The keepalived release that is meant, such as 2.2.7, whatever the file says. */
	@Parameter(property = "kaconf.keepalivedVersion")
	String keepalivedVersion;

	/** Severities of this build, such as KA1203=off. */
	@Parameter(property = "kaconf.rules")
	List<String> rules;

	/** Does nothing at all. */
	@Parameter(property = "kaconf.skip", defaultValue = "false")
	boolean skip;

	@Override
	public final void execute() throws MojoExecutionException, MojoFailureException {
		if (skip) {
			getLog().info("kaconf is skipped");
			return;
		}
		LoadOptions options = LoadOptions.DEFAULT.withVersion(version());
		Path file = source.toPath().toAbsolutePath().normalize();
		Analysis analysis;
		synchronized (LANGUAGE) {
			analysis = Kaconf.create().analyse(file, options);
		}
		run(analysis);
	}

	abstract void run(Analysis analysis) throws MojoExecutionException, MojoFailureException;

	final List<Diagnostic> diagnostics(Analysis analysis) throws MojoExecutionException {
		try {
			return new Linter(LintOptions.of(rules == null ? List.of() : rules)).check(analysis);
		} catch (IllegalArgumentException e) {
			throw new MojoExecutionException("parameter rules: " + e.getMessage());
		}
	}

	/** Logs a finding the way the compiler plugin does, {@code file:[line,column] message}, which IDEs and CI make links of. */
	final void log(Diagnostic diagnostic) {
		Origin origin = diagnostic.origin();
		String place = origin.isKnown() ? origin.file() + ":[" + origin.line() + "," + origin.column() + "] " : "";
		String line = place + diagnostic.message() + " [" + diagnostic.rule() + " " + diagnostic.name() + "]";
		switch (diagnostic.severity()) {
			case ERROR -> getLog().error(line);
			case WARNING -> getLog().warn(line);
			case INFO -> getLog().info(line);
		}
	}

	/** {@code 2 errors and 1 warning}. */
	static String count(List<Diagnostic> diagnostics) {
		StringBuilder text = new StringBuilder();
		for (Severity severity : Severity.values()) {
			long number = diagnostics.stream().filter(d -> d.severity() == severity).count();
			if (number > 0) {
				text.append(text.isEmpty() ? "" : " and ").append(number).append(' ').append(severity.name().toLowerCase(Locale.ROOT))
						.append(number == 1 ? "" : "s");
			}
		}
		return text.isEmpty() ? "no findings" : text.toString();
	}

	private KeepalivedVersion version() throws MojoExecutionException {
		if (keepalivedVersion == null || keepalivedVersion.isBlank()) {
			return null;
		}
		String text = keepalivedVersion.strip();
		return Releases.find(text).orElseThrow(() -> new MojoExecutionException("parameter keepalivedVersion: " + Releases.objection(text).orElseThrow()));
	}
}
