/**
 * How keepalived reads text: lines, comments, words, quotes, braces. {@link org.kaconf.lang.syntax.Scanner} cuts a text into tokens,
 * {@link org.kaconf.lang.syntax.Structure} pairs the braces and repairs those that are missing or too many. Both know nothing of Xtext;
 * {@link org.kaconf.lang.syntax.KaconfLexer} hands their result to the generated parser.
 */
package org.kaconf.lang.syntax;
