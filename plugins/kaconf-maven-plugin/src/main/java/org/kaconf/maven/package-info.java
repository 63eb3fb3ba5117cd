package org.kaconf.maven;
