/** Kaconf in a Maven build: goals {@code check} and {@code generate}. */
package org.kaconf.maven;
