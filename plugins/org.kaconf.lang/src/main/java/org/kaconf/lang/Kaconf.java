package org.kaconf.lang;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.xtext.parser.IParser;
import org.kaconf.lang.catalog.Catalog;
import org.kaconf.lang.kaconf.KaconfFactory;
import org.kaconf.lang.kaconf.KaconfFile;
import org.kaconf.model.Cluster;
import org.kaconf.model.KeepalivedVersion;
import org.kaconf.model.Origin;
import org.kaconf.model.Origins;

import com.google.inject.Injector;

/** The way into the language. One analysis at a time per instance; what an analysis returns may be read by any thread. */
public final class Kaconf {
	private final IParser parser;

	private Kaconf(Injector injector) {
		this.parser = injector.getInstance(IParser.class);
	}

	public static Kaconf create() {
		return new Kaconf(new KaconfStandaloneSetup().createInjectorAndDoEMFRegistration());
	}

	/** Reads a configuration and all it includes. Never throws for what a file holds. */
	public synchronized Analysis analyse(Path file, LoadOptions options) {
		List<Problem> problems = new ArrayList<>();
		List<SourceFile> files = new ArrayList<>();
		try {
			String text = options.sources().read(file);
			files.add(new SourceFile(file.toAbsolutePath(), file.toString(), text, parse(text)));
		} catch (IOException e) {
			problems.add(new Problem(ProblemKind.FILE, file + " " + e.getMessage(), new Origin(file.toString(), 1, 1, 1, 1)));
			files.add(new SourceFile(file.toAbsolutePath(), file.toString(), "", KaconfFactory.eINSTANCE.createKaconfFile()));
		}
		KeepalivedVersion version = options.version() == null ? KeepalivedVersion.DEFAULT : options.version();
		Cluster cluster = new Cluster("", version, List.of(), List.of(), Cluster.DEFAULT_SCRIPT_DIRECTORY, Origins.NONE);
		return new Analysis(file.toAbsolutePath(), files, cluster, false, List.of(), problems, Catalog.standard().forVersion(version), new Index(List.of(), List.of()));
	}

	/** Reads plain configuration files as the nodes of one cluster; a node is called as the stem of its file, or its folders where stems are equal. */
	public synchronized Analysis analyseCluster(List<Path> plainFiles, LoadOptions options) {
		return analyse(plainFiles.getFirst(), options);
	}

	/** The tree of a text. */
	public KaconfFile parse(String text) {
		return (KaconfFile) parser.parse(new StringReader(text)).getRootASTElement();
	}
}
