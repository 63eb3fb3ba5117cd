package org.kaconf.lint;
