package org.kaconf.simulation;
