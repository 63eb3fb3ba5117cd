package org.kaconf.lang;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.XtextPackage;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.resource.impl.BinaryGrammarResourceFactoryImpl;
import org.kaconf.lang.catalog.Catalog;
import org.kaconf.lang.kaconf.KaconfFile;
import org.kaconf.lang.kaconf.KaconfPackage;
import org.kaconf.lang.parser.antlr.KaconfParser;
import org.kaconf.lang.syntax.ExpandedLexer;

import com.google.inject.Guice;
import com.google.inject.Injector;

/** The way into the language. One analysis at a time per instance; what an analysis returns may be read by any thread. */
public final class Kaconf {
	private final IParser parser;
	private final IParser expandedParser;

	private Kaconf(Injector injector) {
		this.parser = injector.getInstance(IParser.class);
		KaconfParser ofExpanded = injector.getInstance(KaconfParser.class);
		ofExpanded.setLexerProvider(ExpandedLexer::new);
		this.expandedParser = ofExpanded;
	}

	public static Kaconf create() {
		// The first text needs both, and to read the catalog takes as long as to read the grammar.
		Thread.ofPlatform().daemon().name("kaconf-catalog").start(Catalog::standard);
		registerGrammarFormat();
		return new Kaconf(Guice.createInjector(new ParserModule()));
	}

	/** The parser reads the grammar from its binary form; inside Eclipse that is known already. */
	private static synchronized void registerGrammarFormat() {
		Resource.Factory.Registry.INSTANCE.getExtensionToFactoryMap().putIfAbsent("xtextbin", new BinaryGrammarResourceFactoryImpl());
		EPackage.Registry.INSTANCE.putIfAbsent(XtextPackage.eNS_URI, XtextPackage.eINSTANCE);
		EPackage.Registry.INSTANCE.putIfAbsent(KaconfPackage.eNS_URI, KaconfPackage.eINSTANCE);
	}

	/** Reads a configuration and all it includes. Never throws for what a file holds. */
	public synchronized Analysis analyse(Path file, LoadOptions options) {
		return new Analyser(options, this::parse, this::parseExpanded).file(file);
	}

	/** Reads plain configuration files as the nodes of one cluster; a node is called as the stem of its file, or its folders where stems are equal. */
	public synchronized Analysis analyseCluster(List<Path> plainFiles, LoadOptions options) {
		return new Analyser(options, this::parse, this::parseExpanded).cluster(plainFiles);
	}

	/** The tree of a text. Any text has one. */
	public synchronized KaconfFile parse(String text) {
		return (KaconfFile) parser.parse(new StringReader(text)).getRootASTElement();
	}

	/** The tree of a text in which nothing is left to expand. */
	private KaconfFile parseExpanded(String text) {
		return (KaconfFile) expandedParser.parse(new StringReader(text)).getRootASTElement();
	}
}
