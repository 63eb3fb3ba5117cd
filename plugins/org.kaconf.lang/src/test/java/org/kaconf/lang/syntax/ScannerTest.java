package org.kaconf.lang.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

/** keepalived's lexical rules, one by one. */
class ScannerTest {
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, value = {
			// comments, wherever they stand but in double quotes
			"state BACK!UP|HEAD:state WORD:BACK COMMENT:!UP",
			"a # b|HEAD:a COMMENT:# b",
			"a \"x # y ! z\" # c|HEAD:a STRING:\"x # y ! z\" COMMENT:# c",
			"a 'x # y'|HEAD:a WORD:'x COMMENT:# y'",
			"a b\\#c|HEAD:a WORD:b COMMENT:\\#c",
			"a b\\\\#c|HEAD:a WORD:b\\\\ COMMENT:#c",
			"a \"x\\\" # y\" z|HEAD:a STRING:\"x\\\" WORD:# WORD:y STRING:\" z",
			// words
			"state BACKUP;|HEAD:state WORD:BACKUP;",
			"a 'two words'|HEAD:a WORD:'two WORD:words'",
			"a \"AB\"CD|HEAD:a STRING:\"AB\" WORD:CD",
			"a AB\"CD\"|HEAD:a WORD:AB STRING:\"CD\"",
			"a \"\" b|HEAD:a STRING:\"\" WORD:b",
			"a \"x\\\"|HEAD:a STRING:\"x\\\"",
			"\"state\" QQ|HEAD:\"state\" WORD:QQ",
			"a \"open # b|HEAD:a STRING:\"open # b",
			// braces
			"a{b}c|HEAD:a LBRACE:{ HEAD:b RBRACE:} HEAD:c",
			"a \"{x}\"|HEAD:a STRING:\"{x}\"",
			"a '{x}'|HEAD:a WORD:' LBRACE:{ HEAD:x RBRACE:} HEAD:'",
			// conditions and sequences
			"@a b c|CONDITION:@a HEAD:b WORD:c",
			"\t@^a b|CONDITION:@^a HEAD:b",
			"@a|LONE_PREFIX:@a",
			"@a }|LONE_PREFIX:@a RBRACE:}",
			"@a @b c|CONDITION:@a HEAD:@b WORD:c",
			"~SEQ(X, 1, 2) ip 10.0.0.$X|SEQUENCE:~SEQ(X, 1, 2) HEAD:ip WORD:10.0.0.$X",
			"a ~SEQ(X,1)|HEAD:a WORD:~SEQ(X,1)",
			"~SEQ(X|HEAD:~SEQ(X",
			// definitions and their uses
			"$A=b {c} # d|DOLLAR:$ VARIABLE:A ASSIGN:= DEFINITION_TEXT:b {c} COMMENT:# d",
			"$A=|DOLLAR:$ VARIABLE:A ASSIGN:=",
			"$A = x|HEAD:$A WORD:= WORD:x",
			"a x${B}y ${_RANDOM 1 3} $C|HEAD:a WORD:x${B}y WORD:${_RANDOM 1 3} WORD:$C",
			"a ${1}|HEAD:a WORD:$ LBRACE:{ HEAD:1 RBRACE:}",
			// commands are read by the second tokeniser
			"script '/a b' \"c d\"e|HEAD:script ESCAPED:'/a b' ESCAPED:\"c d\"e",
			"notify_master /a\\ b c|HEAD:notify_master ESCAPED:/a\\ b WORD:c",
			"script \"/a # b\" # c|HEAD:script ESCAPED:\"/a # b\" COMMENT:# c",
			"script /a {|HEAD:script WORD:/a LBRACE:{" })
	void line(String text, String tokens) {
		assertThat(show(text)).isEqualTo(tokens);
	}

	@Test
	void linesAreStatements() {
		assertThat(show("a\r\n b c\n\n\f\u000bd")).isEqualTo("HEAD:a HEAD:b WORD:c HEAD:d");
		assertThat(show("state \\\nBACKUP")).isEqualTo("HEAD:state \\ HEAD:BACKUP");
	}

	@Test
	void definitionsGoOnBehindABackslash() {
		assertThat(show("$A=a \\ # one\n b {\\\n}\nc")).isEqualTo("DOLLAR:$ VARIABLE:A ASSIGN:= DEFINITION_TEXT:a \\ # one\n b {\\\n} HEAD:c");
		assertThat(show("$A=a \\\n\nc")).as("an empty line ends it").isEqualTo("DOLLAR:$ VARIABLE:A ASSIGN:= DEFINITION_TEXT:a \\ HEAD:c");
		assertThat(Definitions.lines("a \\ # one\n  b {\\\n}")).containsExactly("a", "b {", "}");
	}

	@Test
	void aByteOrderMarkIsNoWord() {
		assertThat(show("\uFEFFa b")).isEqualTo("HEAD:a WORD:b");
	}

	@Test
	void escapesOfCommands() {
		assertThat(Words.ofCommand("/bin/x 'a b' \"c d\" e\\ f g'h'i \\x41\\101\\t.")).isEqualTo(List.of("/bin/x", "a b", "c d", "e f", "ghi", "AA\t."));
	}

	private static String show(String text) {
		return Scanner.scan(text).stream().filter(t -> t.type() != TokenType.WS && t.type() != TokenType.QUOTED).map(t -> t.type() + ":" + t.in(text)).collect(Collectors.joining(" "));
	}
}
