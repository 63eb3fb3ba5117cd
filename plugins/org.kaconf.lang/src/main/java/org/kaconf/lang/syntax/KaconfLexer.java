package org.kaconf.lang.syntax;

import java.util.Iterator;

import org.antlr.runtime.CharStream;
import org.antlr.runtime.CommonToken;
import org.eclipse.xtext.parser.antlr.Lexer;

/** Hands the tokens of {@link Structure} to the generated parser. */
public class KaconfLexer extends Lexer {
	private Iterator<Token> tokens;

	@Override
	public void setCharStream(CharStream stream) {
		super.setCharStream(stream);
		tokens = null;
	}

	@Override
	public org.antlr.runtime.Token nextToken() {
		if (tokens == null) {
			tokens = structure(input.size() == 0 ? "" : input.substring(0, input.size() - 1)).tokens().iterator();
		}
		if (!tokens.hasNext()) {
			return org.antlr.runtime.Token.EOF_TOKEN;
		}
		Token token = tokens.next();
		return new CommonToken(input, token.type().antlrType(), org.antlr.runtime.Token.DEFAULT_CHANNEL, token.start(), token.end() - 1);
	}

	/** Reads a text as written. */
	protected Structure structure(String text) {
		return Structure.of(text);
	}

	/** Not called: {@link #nextToken()} does all the work. */
	@Override
	public void mTokens() {
		throw new UnsupportedOperationException();
	}
}
