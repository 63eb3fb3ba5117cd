package org.kaconf.lang.syntax;

import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;

/** From the text of a token to the value in the AST: without quotes, escapes and continuation marks. */
public class TokenTexts implements IValueConverterService {
	@Override
	public Object toValue(String text, String rule, INode node) {
		return switch (rule.substring(rule.lastIndexOf('.') + 1)) {
			case "ESCAPED" -> Words.unescape(text);
			case "Name" -> name(text, node);
			case "DEFINITION_TEXT" -> String.join("\n", Definitions.lines(text));
			case "WORD" -> Words.plain(text);
			case "CONDITION", "SEQUENCE", "LONE_PREFIX", "VARIABLE" -> text;
			default -> Words.unquote(text);
		};
	}

	private static String name(String text, INode node) {
		for (ILeafNode leaf : node.getLeafNodes()) {
			if (!leaf.isHidden() && leaf.getLength() > 0) {
				return Words.unquote(leaf.getText());
			}
		}
		return Words.unquote(text);
	}

	@Override
	public String toString(Object value, String rule) {
		return String.valueOf(value);
	}
}
