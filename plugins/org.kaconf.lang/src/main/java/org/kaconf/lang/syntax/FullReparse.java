package org.kaconf.lang.syntax;

import java.io.StringReader;

import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.parser.antlr.IPartialParsingHelper;
import org.eclipse.xtext.util.ReplaceRegion;

/** Always parses the whole text: one brace can change what every other line means, and a whole configuration takes milliseconds. */
public class FullReparse implements IPartialParsingHelper {
	@Override
	public IParseResult reparse(IParser parser, IParseResult previous, ReplaceRegion changed) {
		StringBuilder text = new StringBuilder(previous.getRootNode().getText());
		changed.applyTo(text);
		return parser.parse(new StringReader(text.toString()));
	}
}
