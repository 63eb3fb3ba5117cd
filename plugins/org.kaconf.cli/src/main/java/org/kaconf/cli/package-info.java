package org.kaconf.cli;
