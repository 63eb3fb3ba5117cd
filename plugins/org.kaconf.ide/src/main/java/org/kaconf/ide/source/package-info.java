/**
 * The text as an editor sees it: every statement, word, comment and brace with its offset, whatever state the text is in.
 *
 * <p>An analysis makes a tree of the grammar's objects and expands it for each node. An editor needs an answer for each keystroke, in
 * the middle of a word, and needs comments and braces too; so this reading takes the same tokens and stops there.
 */
package org.kaconf.ide.source;
