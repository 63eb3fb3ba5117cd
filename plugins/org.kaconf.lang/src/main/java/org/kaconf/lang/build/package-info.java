/**
 * From the tree of a node's expanded text to the model, with keepalived's semantics: its defaults, which of several statements wins, what
 * it ignores and what it puts right in silence. Nothing here reports anything: what cannot be used falls back as in keepalived, and rules
 * find it in the tree.
 */
package org.kaconf.lang.build;
