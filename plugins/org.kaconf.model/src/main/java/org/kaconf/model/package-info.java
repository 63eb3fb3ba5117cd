package org.kaconf.model;
