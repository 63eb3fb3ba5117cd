package org.kaconf.vrrp.machine;

/** Whether a virtual router can take part, from best to worst. */
public enum Health {
	/** Yes. */
	WELL,
	/** Not known before the first result of a script with weight 0. */
	UNKNOWN,
	/** No: something with weight 0 has failed, or the interface or its address is missing. */
	FAULTY;

	/** The worse of two. */
	Health and(Health other) {
		return compareTo(other) >= 0 ? this : other;
	}
}
