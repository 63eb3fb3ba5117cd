package org.kaconf.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.kaconf.generator.GeneratedFiles;
import org.kaconf.generator.Generator;
import org.kaconf.generator.GeneratorException;
import org.kaconf.generator.GeneratorOptions;
import org.kaconf.generator.OutputFolder;
import org.kaconf.generator.WriteResult;
import org.kaconf.lang.Analysis;
import org.kaconf.lint.Diagnostic;
import org.kaconf.lint.Severity;

/** Generates the files of every node and the cluster's report. A cluster with errors is not generated, and nothing is written then. */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true)
public class GenerateMojo extends AbstractKaconfMojo {
	/** Where the files are written; what others put there stays. */
	@Parameter(property = "kaconf.output", defaultValue = "${project.build.directory}/kaconf")
	File output;

	/** Refer to check scripts where they are generated instead of where they are installed on a node: for trying out. */
	@Parameter(property = "kaconf.inPlace", defaultValue = "false")
	boolean inPlace;

	@Override
	void run(Analysis analysis) throws MojoExecutionException, MojoFailureException {
		List<Diagnostic> errors = diagnostics(analysis).stream().filter(d -> d.severity() == Severity.ERROR).toList();
		if (!errors.isEmpty()) {
			errors.forEach(this::log);
			throw new MojoFailureException(count(errors) + " in " + analysis.root() + ", listed above; nothing was generated");
		}
		Path folder = output.toPath().toAbsolutePath().normalize();
		try {
			GeneratedFiles files = Generator.generate(analysis, new GeneratorOptions(inPlace, folder));
			WriteResult result = new OutputFolder(folder).write(files);
			getLog().info(folder + ": " + result);
		} catch (GeneratorException | IOException e) {
			// Without the cause: the message says what to do, a stack trace would only hide it.
			throw new MojoFailureException(e.getMessage());
		}
	}
}
