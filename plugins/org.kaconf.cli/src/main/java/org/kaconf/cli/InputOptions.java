package org.kaconf.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kaconf.lang.Analysis;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LoadOptions;
import org.kaconf.lang.catalog.Releases;
import org.kaconf.model.KeepalivedVersion;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The files a command reads and how it reads them. */
final class InputOptions {
	@Parameters(arity = "1..*", paramLabel = "FILE", description = "A .kaconf file, or a keepalived.conf file.")
	private List<Path> files;

	@Option(names = "--cluster", description = "Take the FILEs, plain keepalived.conf files, as the nodes of one cluster.")
	private boolean cluster;

	@Option(names = "--keepalived-version", paramLabel = "VERSION", converter = VersionConverter.class,
			description = "Check for this version of keepalived, such as 2.2.7, whatever the files say.")
	private KeepalivedVersion version;

	@Option(names = {"-i", "--config-id"}, paramLabel = "ID",
			description = "The config id of plain files, which chooses their @ID lines (default: the host's name, as keepalived does).")
	private String configId;

	/**
	 * Reads the files: each for itself, or all as one cluster.
	 *
	 * @throws CommandFailure when one of them cannot be read
	 */
	List<Analysis> analyse() {
		files.forEach(InputFiles::readable);
		Kaconf kaconf = Kaconf.create();
		LoadOptions options = LoadOptions.DEFAULT.withVersion(version).withConfigId(configId);
		List<Path> distinct = InputFiles.distinct(files);
		if (cluster) {
			if (distinct.size() < files.size()) {
				throw new CommandFailure("a file is named twice; with --cluster each node has a file of its own");
			}
			return List.of(kaconf.analyseCluster(files, options));
		}
		List<Analysis> analyses = new ArrayList<>();
		for (Path file : distinct) {
			analyses.add(kaconf.analyse(file, options));
		}
		return analyses;
	}

	/**
	 * Reads what must be one configuration.
	 *
	 * @throws CommandFailure when several files are named that are not taken as one cluster
	 */
	Analysis analyseOne() {
		files.forEach(InputFiles::readable);
		if (InputFiles.distinct(files).size() > 1 && !cluster) {
			throw new CommandFailure("one FILE is expected; to take several plain files as the nodes of one cluster say --cluster");
		}
		return analyse().getFirst();
	}

	static final class VersionConverter implements ITypeConverter<KeepalivedVersion> {
		@Override
		public KeepalivedVersion convert(String text) {
			return Releases.find(text).orElseThrow(() -> new TypeConversionException(Releases.objection(text).orElseThrow()));
		}
	}
}
