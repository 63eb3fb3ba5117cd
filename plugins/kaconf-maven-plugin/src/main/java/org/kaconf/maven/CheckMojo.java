package org.kaconf.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.kaconf.lang.Analysis;
import org.kaconf.lint.Diagnostic;
import org.kaconf.lint.Severity;

/** Checks the cluster: each node's configuration, what goes wrong between the nodes, and whether failover works. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public class CheckMojo extends AbstractKaconfMojo {
	/** The mildest severity that fails the build: error, warning, info, or never. */
	@Parameter(property = "kaconf.failOn", defaultValue = "error")
	String failOn;

	@Override
	void run(Analysis analysis) throws MojoExecutionException, MojoFailureException {
		Severity limit = failOn.equals("never") ? null
				: Severity.of(failOn).orElseThrow(
						() -> new MojoExecutionException("parameter failOn: \"" + failOn + "\" is no severity; write error, warning, info or never"));
		List<Diagnostic> diagnostics = diagnostics(analysis);
		diagnostics.forEach(this::log);
		if (limit != null && diagnostics.stream().anyMatch(d -> d.severity().compareTo(limit) <= 0)) {
			throw new MojoFailureException(count(diagnostics) + " in " + analysis.root() + ", listed above");
		}
		getLog().info(analysis.root().getFileName() + ": " + count(diagnostics));
	}
}
