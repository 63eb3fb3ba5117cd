package org.kaconf.lang;
