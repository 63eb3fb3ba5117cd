package org.kaconf.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this build. */
public final class Version {
	private Version() {
	}

	/** Read once: to look into a jar takes milliseconds. */
	private static final class Holder {
		private static final String VERSION = read();
	}

	public static String get() {
		return Holder.VERSION;
	}

	private static String read() {
		Properties properties = new Properties();
		try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
			properties.load(in);
		} catch (IOException e) {
			throw new IllegalStateException("version.properties is missing in the jar", e);
		}
		return properties.getProperty("version");
	}
}
