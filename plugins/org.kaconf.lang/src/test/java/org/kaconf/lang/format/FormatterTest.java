package org.kaconf.lang.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaconf.lang.syntax.Lines;

class FormatterTest {
	@Test
	void indentsBlocksAndKeepsOneBlankBetweenWords() {
		formats("""
				vrrp_instance   VI_1{
				 state\tMASTER
				      virtual_ipaddress {
				10.0.0.1/24   dev  eth0
				}
				  }
				""", """
				vrrp_instance VI_1 {
				    state MASTER
				    virtual_ipaddress {
				        10.0.0.1/24 dev eth0
				    }
				}
				""");
	}

	@Test
	void bracesOfALongBlockStandAtTheEndsOfLines() {
		formats("vrrp_instance V\n\n{ state MASTER\nvirtual_ipaddress {\n10.0.0.1 } priority 20 }\nglobal_defs { router_id a } static_routes {}",
				"vrrp_instance V {\n    state MASTER\n    virtual_ipaddress {\n        10.0.0.1\n    }\n    priority 20\n}\nglobal_defs { router_id a }\nstatic_routes {}\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "authentication { auth_type PASS auth_pass 1234 }\n", "a { b { c } d }\n", "virtual_ipaddress {}\n", "a { }\n" })
	void aBlockOnOneLineStaysThere(String text) {
		formats(text, text);
	}

	@Test
	void commentsAreIndentedAndKept() {
		formats("# head  \n\n\n\n#next\na {   # of a\n# in a\nb#c\n\n}\n    # end", "# head\n\n#next\na { # of a\n    # in a\n    b #c\n\n}\n# end\n");
	}

	/** A condition or comment belongs to the whole line: nothing comes to it and nothing leaves it. */
	@ParameterizedTest
	@ValueSource(strings = { "@a b { c\n    @a d\n@a }\n", "@a b\n{\n    c\n}\n", "b # c\n{\n    d\n}\n", "b {\n    c } # d\n", "b { ~SEQ(X,1,2) c ${X}\n}\n", "b { $A=1\n    c $A\n}\n", "b { include x{a,b}\n}\n", "cluster a { cluster b {\n    }\n}\n" })
	void linesThatHoldTogetherAreNotDivided(String text) {
		formats(text, text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "$A=x  \\\n   y { \\\n z\n", "$A=  x  y\n", "x $A  y\n", "script  'a  b'\n", "script a\\  b\n", "x \\# y\n", "x\\#y\n", "\"a  b\"c\n", "regex  a\\ b\n" })
	void blanksThatMayMeanSomethingStay(String text) {
		formats(text, text);
	}

	/** Without the blank line the definition would go on. */
	@ParameterizedTest
	@ValueSource(strings = { "$A=x \\\n\ny\n", "$A=x \\ # c\n\ny\n" })
	void theBlankLineThatEndsADefinitionStays(String text) {
		assertThat(Formatter.format(text, FormatOptions.DEFAULT.with("format.blank_lines", "0"))).isEqualTo(text);
		formats(text, text);
	}

	@Test
	void whereABraceIsMissingNothingMoves() {
		formats("global_defs {\n  router_id a\n}\nvrrp_instance A {\n  virtual_ipaddress {\n    10.0.0.1\n  priority 1\n}\nvrrp_instance B {\n  priority  2\n}\n",
				"global_defs {\n    router_id a\n}\nvrrp_instance A {\n  virtual_ipaddress {\n    10.0.0.1\n  priority 1\n}\nvrrp_instance B {\n    priority 2\n}\n");
	}

	@Test
	void lineEndsStayOrBecomeOneKind() {
		String mixed = "a {\r\nb\n\n# c\r\n$D=1 \\\r\n2\n}";
		formats(mixed, "a {\r\n    b\n\n    # c\r\n    $D=1 \\\r\n2\n}\r\n");
		assertThat(format(mixed, "line_end", "lf")).isEqualTo("a {\n    b\n\n    # c\n    $D=1 \\\n2\n}\n");
		assertThat(format(mixed, "line_end", "crlf")).isEqualTo("a {\r\n    b\r\n\r\n    # c\r\n    $D=1 \\\r\n2\r\n}\r\n");
	}

	@Test
	void options() {
		String text = "a\n{\nb\n\n\n\nc\n}\n";
		assertThat(format(text, "indent", "tab")).isEqualTo("a {\n\tb\n\n\tc\n}\n");
		assertThat(format(text, "indent", "2")).isEqualTo("a {\n  b\n\n  c\n}\n");
		assertThat(format(text, "blank_lines", "2")).isEqualTo("a {\n    b\n\n\n    c\n}\n");
		assertThat(format(text, "blank_lines", "0")).isEqualTo("a {\n    b\n    c\n}\n");
		assertThat(format(text, "opening_brace", "keep")).isEqualTo("a\n{\n    b\n\n    c\n}\n");
	}

	@ParameterizedTest
	@CsvSource({ "format.indent, 9, tab", "format.indent, 0, tab", "format.indent, x, tab", "format.blank_lines, -1, 0 to 10", "format.line_end, cr, crlf", "format.opening_brace, next, same_line", "format.width, 80, format.blank_lines" })
	void anOptionThatIsNoneSaysWhatToWrite(String key, String value, String hint) {
		assertThatThrownBy(() -> FormatOptions.DEFAULT.with(key, value)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(hint).hasMessageContaining(key);
	}

	/** Beyond its limit keepalived reads the rest of a line as the next. */
	@Test
	void noLineBecomesTooLongToBeReadAtOnce() {
		String atTheLimit = "a {\n" + "x".repeat(Lines.LONGEST) + "\n}\n";
		formats(atTheLimit, atTheLimit);
		String tooLong = "a {\n  x  " + "y".repeat(Lines.LONGEST) + "\n}\n";
		formats(tooLong, tooLong);
	}

	@Test
	void emptyTextsAndByteOrderMarks() {
		formats("", "");
		formats(" \n\t\n", "");
		formats("\uFEFF  a", "\uFEFFa\n");
		formats(" \uFEFFa", " \uFEFFa\n");
	}

	private static void formats(String text, String expected) {
		assertThat(Formatter.format(text, FormatOptions.DEFAULT)).isEqualTo(expected);
		assertThat(Formatter.changes(expected, FormatOptions.DEFAULT)).isEmpty();
	}

	private static String format(String text, String option, String value) {
		return Formatter.format(text, FormatOptions.DEFAULT.with("format." + option, value));
	}
}
