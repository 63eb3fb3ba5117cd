package org.kaconf.ide;

/**
 * What is known about the text under the pointer.
 *
 * @param markdown paragraphs, lists, emphasis and inline code only
 * @param offset start of the range it speaks about
 */
public record Hover(String markdown, int offset, int length) {
}
