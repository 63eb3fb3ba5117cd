package org.kaconf.runtime.linux;

/** What differs between the processor architectures: both are little endian with eight byte pointers. */
final class Architecture {
	private static final String NAME = System.getProperty("os.arch");
	static final boolean IS_AMD64 = NAME.equals("amd64") || NAME.equals("x86_64");

	static {
		if (!System.getProperty("os.name").equals("Linux") || !IS_AMD64 && !NAME.equals("aarch64")) {
			throw new UnsupportedOperationException("the runtime needs Linux on x86_64 or aarch64, this is " + System.getProperty("os.name") + " on " + NAME);
		}
	}

	private Architecture() {
	}
}
