package org.kaconf.lang;

import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.parser.antlr.IPartialParsingHelper;
import org.eclipse.xtext.parser.antlr.Lexer;
import org.eclipse.xtext.parser.antlr.LexerBindings;
import org.kaconf.lang.syntax.FullReparse;
import org.kaconf.lang.syntax.KaconfLexer;
import org.kaconf.lang.syntax.TokenTexts;

import com.google.inject.Binder;
import com.google.inject.name.Names;

/** Puts the hand-written parts of the language in the place of the generated ones. */
public class KaconfRuntimeModule extends AbstractKaconfRuntimeModule {
	@Override
	public Class<? extends Lexer> bindLexer() {
		return KaconfLexer.class;
	}

	@Override
	public void configureRuntimeLexer(Binder binder) {
		binder.bind(Lexer.class).annotatedWith(Names.named(LexerBindings.RUNTIME)).to(KaconfLexer.class);
	}

	@Override
	public Class<? extends IValueConverterService> bindIValueConverterService() {
		return TokenTexts.class;
	}

	@Override
	public Class<? extends IPartialParsingHelper> bindIPartialParserHelper() {
		return FullReparse.class;
	}
}
