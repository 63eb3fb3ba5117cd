package org.kaconf.generator;
