package org.kaconf.model;

/** Virtual router ids that others on the segment use, first..last inclusive. */
public record ReservedVrids(int first, int last, String reason, Origins origins) {
	public ReservedVrids {
		origins = Origins.orNone(origins);
	}

	public boolean contains(int virtualRouterId) {
		return first <= virtualRouterId && virtualRouterId <= last;
	}
}
