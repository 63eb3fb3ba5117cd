package org.kaconf.lang.syntax;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.kaconf.lang.parser.antlr.internal.InternalKaconfLexer;

/** What a piece of text is; each type is a terminal rule of the grammar. */
public enum TokenType {
	/** First word of a line. */
	HEAD(InternalKaconfLexer.RULE_HEAD),
	/** A further word. */
	WORD(InternalKaconfLexer.RULE_WORD),
	/** A further word in double quotes; the closing one may be missing. */
	STRING(InternalKaconfLexer.RULE_STRING),
	/** A word with quotes or backslashes of a line that keepalived reads with its second tokeniser. */
	ESCAPED(InternalKaconfLexer.RULE_ESCAPED),
	/** Of no length, in front of STRING and ESCAPED. */
	QUOTED(InternalKaconfLexer.RULE_QUOTED),
	/** {@code @id} or {@code @^id} in front of a statement. */
	CONDITION(InternalKaconfLexer.RULE_CONDITION),
	/** {@code ~SEQ(...)} or {@code ~LST(...)} in front of a statement. */
	SEQUENCE(InternalKaconfLexer.RULE_SEQUENCE),
	/** A condition or sequence with no statement behind it on its line. */
	LONE_PREFIX(InternalKaconfLexer.RULE_LONE_PREFIX),
	/** The {@code $} of a definition. */
	DOLLAR(InternalKaconfLexer.RULE_DOLLAR),
	/** The name of a definition. */
	VARIABLE(InternalKaconfLexer.RULE_VARIABLE),
	/** The {@code =} of a definition. */
	ASSIGN(InternalKaconfLexer.RULE_ASSIGN),
	/** The text of a definition with all its lines. */
	DEFINITION_TEXT(InternalKaconfLexer.RULE_DEFINITION_TEXT),
	LBRACE(InternalKaconfLexer.RULE_LBRACE),
	/** An opening brace with no statement in front of it. */
	BARE_LBRACE(InternalKaconfLexer.RULE_BARE_LBRACE),
	RBRACE(InternalKaconfLexer.RULE_RBRACE),
	/** A brace that opens or closes nothing. */
	STRAY_BRACE(InternalKaconfLexer.RULE_STRAY_BRACE),
	/** Of no length: an opening brace that is missing. */
	BEGIN(InternalKaconfLexer.RULE_BEGIN),
	/** Of no length: a closing brace that is missing. */
	END(InternalKaconfLexer.RULE_END),
	COMMENT(InternalKaconfLexer.RULE_COMMENT),
	WS(InternalKaconfLexer.RULE_WS),

	CLUSTER(InternalKaconfLexer.RULE_CLUSTER, "cluster"),
	NODE(InternalKaconfLexer.RULE_NODE, "node"),
	VRRP_INSTANCE(InternalKaconfLexer.RULE_VRRP_INSTANCE, "vrrp_instance"),
	VRRP_SYNC_GROUP(InternalKaconfLexer.RULE_VRRP_SYNC_GROUP, "vrrp_sync_group"),
	VRRP_SCRIPT(InternalKaconfLexer.RULE_VRRP_SCRIPT, "vrrp_script"),
	VRRP_TRACK_PROCESS(InternalKaconfLexer.RULE_VRRP_TRACK_PROCESS, "vrrp_track_process"),
	VRRP_TRACK_FILE(InternalKaconfLexer.RULE_VRRP_TRACK_FILE, "vrrp_track_file"),
	BFD_INSTANCE(InternalKaconfLexer.RULE_BFD_INSTANCE, "bfd_instance"),
	VIRTUAL_SERVER_GROUP(InternalKaconfLexer.RULE_VIRTUAL_SERVER_GROUP, "virtual_server_group");

	private static final Map<String, TokenType> NAMED = Arrays.stream(values()).filter(type -> type.keyword != null)
			.collect(Collectors.toUnmodifiableMap(type -> type.keyword, Function.identity()));

	private final int antlrType;
	private final String keyword;

	TokenType(int antlrType) {
		this(antlrType, null);
	}

	TokenType(int antlrType, String keyword) {
		this.antlrType = antlrType;
		this.keyword = keyword;
	}

	/** The number the generated parser knows it by. */
	public int antlrType() {
		return antlrType;
	}

	/** The type of the keyword of a statement that has a name of its own. */
	public static Optional<TokenType> ofNamedStatement(String keyword) {
		return Optional.ofNullable(NAMED.get(keyword));
	}

	/** Whether it starts a statement: the first word of a line. */
	public boolean isHead() {
		return this == HEAD || keyword != null;
	}

	/** Whether it stands after the first word. */
	public boolean isValue() {
		return this == WORD || this == STRING || this == ESCAPED;
	}

	/** Whether the parser skips it. */
	public boolean isHidden() {
		return this == WS || this == COMMENT;
	}
}
