package org.kaconf.model;

/** The version field of a VRRP packet: 2 (RFC 3768) or 3 (RFC 9568). */
public enum VrrpVersion {
	V2(2), V3(3);

	private final int number;

	VrrpVersion(int number) {
		this.number = number;
	}

	public int number() {
		return number;
	}
}
