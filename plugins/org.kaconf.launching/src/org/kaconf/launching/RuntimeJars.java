package org.kaconf.launching;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * The runtime inside this plug-in. Its classes are of a newer Java than Eclipse may run on, so its JVM's options are read from the jar as
 * RuntimeCommand does it.
 *
 * @param jvmOptions for the JVM that runs it
 */
record RuntimeJars(String classPath, List<String> jvmOptions) {
	private static final String JVM_OPTIONS = "org/kaconf/runtime/jvm-options.txt";

	/** The jars, unpacked where the plug-in is a jar itself. */
	static RuntimeJars find() throws CoreException {
		Bundle bundle = FrameworkUtil.getBundle(RuntimeJars.class);
		Set<String> jars = new TreeSet<>();
		try {
			var entries = bundle.findEntries("runtime", "*.jar", false);
			while (entries != null && entries.hasMoreElements()) {
				jars.add(new File(FileLocator.toFileURL(entries.nextElement()).getPath()).getPath());
			}
			for (String jar : jars) {
				try (ZipFile zip = new ZipFile(jar)) {
					ZipEntry options = zip.getEntry(JVM_OPTIONS);
					if (options != null) {
						return new RuntimeJars(String.join(File.pathSeparator, jars), lines(zip, options));
					}
				}
			}
		} catch (IOException e) {
			throw NodeLaunchDelegate.failure("The runtime inside the plug-in cannot be unpacked: " + e.getMessage(), e);
		}
		throw NodeLaunchDelegate.failure("The plug-in " + NodeLaunch.ID + " was built without the runtime.", null);
	}

	private static List<String> lines(ZipFile zip, ZipEntry entry) throws IOException {
		try (InputStream in = zip.getInputStream(entry)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
	}
}
