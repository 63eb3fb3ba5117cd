package org.kaconf.lang;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.xtext.parser.IParser;
import org.kaconf.lang.kaconf.KaconfFile;

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
		return new Analyser(options, this::parse).file(file);
	}

	/** Reads plain configuration files as the nodes of one cluster; a node is called as the stem of its file, or its folders where stems are equal. */
	public synchronized Analysis analyseCluster(List<Path> plainFiles, LoadOptions options) {
		return new Analyser(options, this::parse).cluster(plainFiles);
	}

	/** The tree of a text. Any text has one. */
	public synchronized KaconfFile parse(String text) {
		return (KaconfFile) parser.parse(new StringReader(text)).getRootASTElement();
	}
}
