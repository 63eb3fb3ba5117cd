package org.kaconf.lang;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Texts that need not be UTF-8. To keepalived a file is bytes, and old files hold Latin-1 in comments. A byte that is no part of valid UTF-8
 * becomes one character of its own, U+DC00 plus the byte, which no valid text holds; so no byte is lost and columns are right.
 */
public final class ForeignBytes {
	private static final int BASE = 0xdc00;
	private static final int BYTE = 0xff;
	private static final char FIRST = 0xdc80;
	private static final char LAST = 0xdcff;

	private ForeignBytes() {
	}

	/** The text of a file. */
	public static String decode(byte[] bytes) {
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
		ByteBuffer in = ByteBuffer.wrap(bytes);
		CharBuffer out = CharBuffer.allocate(bytes.length);
		for (CoderResult result = decoder.decode(in, out, true); result.isError(); result = decoder.decode(in, out, true)) {
			for (int i = 0; i < result.length(); i++) {
				out.put((char) (BASE + (in.get() & BYTE)));
			}
		}
		return out.flip().toString();
	}

	/** The bytes that {@link #decode} made the text of; the UTF-8 of any other text. */
	public static byte[] encode(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
		int start = 0;
		for (int i = find(text, 0); i >= 0; i = find(text, start)) {
			bytes.writeBytes(text.substring(start, i).getBytes(StandardCharsets.UTF_8));
			bytes.write(text.charAt(i) & BYTE);
			start = i + 1;
		}
		bytes.writeBytes(text.substring(start).getBytes(StandardCharsets.UTF_8));
		return bytes.toByteArray();
	}

	/** Offset of the next character that stands for such a byte, -1 for none. */
	public static int find(String text, int from) {
		for (int i = from; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c >= FIRST && c <= LAST && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)))) {
				return i;
			}
		}
		return -1;
	}

	/** A text for people: such a byte as {@code \xE9}. */
	public static String show(String text) {
		StringBuilder shown = new StringBuilder();
		int start = 0;
		for (int i = find(text, 0); i >= 0; i = find(text, start)) {
			shown.append(text, start, i).append(String.format("\\x%02X", text.charAt(i) & BYTE));
			start = i + 1;
		}
		return shown.append(text, start, text.length()).toString();
	}
}
