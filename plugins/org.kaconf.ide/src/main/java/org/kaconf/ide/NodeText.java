package org.kaconf.ide;

import org.kaconf.ide.source.TypedTree;

/** The configuration of one node after expansion. */
record NodeText(String node, TypedTree typed) {
}
