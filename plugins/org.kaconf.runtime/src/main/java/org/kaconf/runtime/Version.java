package org.kaconf.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this build. */
public final class Version {
	private Version() {
	}

	public static String get() {
		Properties properties = new Properties();
		try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
			properties.load(in);
		} catch (IOException e) {
			throw new IllegalStateException("version.properties is missing in the jar", e);
		}
		return properties.getProperty("version");
	}
}
