package org.kaconf.model;

/** An address family. */
public enum Family {
	IPV4(4), IPV6(16);

	private final int bytes;

	Family(int bytes) {
		this.bytes = bytes;
	}

	/** Length of an address in bytes. */
	public int bytes() {
		return bytes;
	}

	/** Length of an address in bits, and the prefix length of a single host. */
	public int bits() {
		return bytes * 8;
	}
}
