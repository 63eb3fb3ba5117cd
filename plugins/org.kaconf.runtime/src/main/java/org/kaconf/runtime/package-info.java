package org.kaconf.runtime;
