package org.kaconf.lang;

import org.eclipse.xtext.Constants;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.parser.DefaultEcoreElementFactory;
import org.eclipse.xtext.parser.IAstFactory;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.parser.antlr.AntlrTokenDefProvider;
import org.eclipse.xtext.parser.antlr.IAntlrTokenFileProvider;
import org.eclipse.xtext.parser.antlr.IPartialParsingHelper;
import org.eclipse.xtext.parser.antlr.ITokenDefProvider;
import org.eclipse.xtext.parser.antlr.Lexer;
import org.eclipse.xtext.parser.antlr.LexerBindings;
import org.eclipse.xtext.resource.ClassloaderClasspathUriResolver;
import org.eclipse.xtext.resource.IClasspathUriResolver;
import org.kaconf.lang.parser.antlr.KaconfAntlrTokenFileProvider;
import org.kaconf.lang.parser.antlr.KaconfParser;
import org.kaconf.lang.services.KaconfGrammarAccess;
import org.kaconf.lang.syntax.FullReparse;
import org.kaconf.lang.syntax.KaconfLexer;
import org.kaconf.lang.syntax.TokenTexts;

import com.google.inject.AbstractModule;
import com.google.inject.name.Names;

/** What a parse needs and no more: it starts in a fraction of the time of the whole language, and registers nothing globally. */
final class ParserModule extends AbstractModule {
	@Override
	protected void configure() {
		bindConstant().annotatedWith(Names.named(Constants.LANGUAGE_NAME)).to("org.kaconf.lang.Kaconf");
		bind(ClassLoader.class).toInstance(getClass().getClassLoader());
		bind(IGrammarAccess.class).to(KaconfGrammarAccess.class);
		bind(IParser.class).to(KaconfParser.class);
		bind(IAstFactory.class).to(DefaultEcoreElementFactory.class);
		bind(IValueConverterService.class).to(TokenTexts.class);
		bind(Lexer.class).annotatedWith(Names.named(LexerBindings.RUNTIME)).to(KaconfLexer.class);
		bind(ITokenDefProvider.class).to(AntlrTokenDefProvider.class);
		bind(IAntlrTokenFileProvider.class).to(KaconfAntlrTokenFileProvider.class);
		bind(IPartialParsingHelper.class).to(FullReparse.class);
		bind(IClasspathUriResolver.class).to(ClassloaderClasspathUriResolver.class);
	}
}
