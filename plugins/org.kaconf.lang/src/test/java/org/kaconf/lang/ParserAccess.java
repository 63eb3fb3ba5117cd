package org.kaconf.lang;

import org.eclipse.xtext.parser.IParser;

import com.google.inject.Guice;

/** Hands the parser to tests of other packages. */
public final class ParserAccess {
	private ParserAccess() {
	}

	/** A parser of texts as written. */
	public static IParser parser() {
		return Guice.createInjector(new ParserModule()).getInstance(IParser.class);
	}
}
