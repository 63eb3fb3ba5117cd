package org.kaconf.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import org.kaconf.lang.LineMap;
import org.kaconf.lang.ProjectSettings;
import org.kaconf.lang.format.FormatOptions;
import org.kaconf.lang.format.Formatter;
import org.kaconf.lang.syntax.Structure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kaconf format}. */
@Command(name = "format", mixinStandardHelpOptions = true, versionProvider = KaconfCommand.Version.class,
		description = "Lays files out as kaconf.properties says, without changing what they mean. Where a brace is missing or too many, nothing moves.")
final class FormatCommand implements Callable<Integer> {
	private static final Path STANDARD_INPUT = Path.of("-");

	@Spec
	private CommandSpec spec;

	@Parameters(arity = "1..*", paramLabel = "FILE", description = "A .kaconf or keepalived.conf file; - formats standard input to standard output.")
	private List<Path> files;

	@Option(names = "--check", description = "Write nothing; name the files that are not formatted, and exit with 1 when there are any.")
	private boolean check;

	private final Set<String> complaints = new HashSet<>();

	@Override
	public Integer call() throws IOException {
		List<TextFile> texts = files.equals(List.of(STANDARD_INPUT)) ? List.of(standardInput())
				: InputFiles.distinct(files.stream().map(InputFiles::readable).toList()).stream().map(TextFile::read).toList();
		int changed = 0;
		for (TextFile file : texts) {
			changed += format(file) ? 1 : 0;
		}
		spec.commandLine().getOut().flush();
		if (check && changed > 0) {
			spec.commandLine().getErr().println("kaconf: " + changed + " of " + texts.size() + (texts.size() == 1 ? " file" : " files") + " would change; run kaconf format");
			return ExitCode.FINDINGS;
		}
		return ExitCode.OK;
	}

	/** @throws CommandFailure for what could not be written back as it was read */
	private static TextFile standardInput() throws IOException {
		InputStream in = System.in;
		TextFile text = TextFile.decode(STANDARD_INPUT, in.readAllBytes());
		if (text.charset() != StandardCharsets.UTF_8) {
			throw new CommandFailure("standard input is not encoded as UTF-8; format the file by its name");
		}
		return text;
	}

	/** @return whether the file is not as it should be */
	private boolean format(TextFile file) {
		ProjectSettings settings = ProjectSettings.of(file.path());
		settings.settings().stream().filter(setting -> setting.name().startsWith(FormatOptions.PREFIX)).forEach(setting -> FormatOptions
				.objection(setting.name(), setting.value()).ifPresent(objection -> complain(setting.origin() + ": " + objection)));
		Structure.of(file.text()).problems().stream().findFirst().ifPresent(problem -> complain(file.path() + ":" + new LineMap(file.text()).line(problem.start())
				+ ": " + problem.message() + "; until then the lines around it stay as they are"));
		String formatted = Formatter.format(file.text(), FormatOptions.of(settings));
		boolean changed = !formatted.equals(file.text());
		PrintWriter out = spec.commandLine().getOut();
		if (check) {
			if (changed) {
				out.println(firstDifference(file, formatted));
			}
		} else if (file.path().equals(STANDARD_INPUT)) {
			out.print(formatted);
		} else if (changed) {
			file.replaceBy(formatted);
			out.println("formatted  " + file.path());
		}
		return changed;
	}

	/** What is wrong with settings is said once, however many files they hold for. */
	private void complain(String message) {
		if (complaints.add(message)) {
			spec.commandLine().getErr().println("kaconf: " + message);
		}
	}

	private static String firstDifference(TextFile file, String formatted) {
		String[] before = file.text().split("\n", -1);
		String[] after = formatted.split("\n", -1);
		int different = Arrays.mismatch(before, after);
		return String.join(System.lineSeparator(), file.path() + ":" + (different + 1) + ": not formatted", "- " + line(before, different), "+ " + line(after, different));
	}

	/** A line end or tab that differs must not look as if it did not. */
	private static String line(String[] lines, int number) {
		return number < lines.length ? lines[number].replace("\r", "\\r").replace("\t", "\\t") : "";
	}
}
