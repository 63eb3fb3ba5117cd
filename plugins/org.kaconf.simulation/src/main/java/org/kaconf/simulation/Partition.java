package org.kaconf.simulation;

/** Splits the numbers 0..n-1 into parts that hang together. */
final class Partition {
	/** Whether two numbers belong to one part. */
	interface Relation {
		boolean holds(int a, int b);
	}

	private final int[] part;

	Partition(int size) {
		part = new int[size];
		for (int i = 0; i < size; i++) {
			part[i] = i;
		}
	}

	Partition join(Relation relation) {
		for (int a = 0; a < part.length; a++) {
			for (int b = a + 1; b < part.length; b++) {
				if (part[a] != part[b] && relation.holds(a, b)) {
					merge(part[a], part[b]);
				}
			}
		}
		return this;
	}

	private void merge(int one, int other) {
		int kept = Math.min(one, other);
		int gone = Math.max(one, other);
		for (int i = 0; i < part.length; i++) {
			if (part[i] == gone) {
				part[i] = kept;
			}
		}
	}

	/** For every number the smallest number of its part. */
	int[] parts() {
		return part.clone();
	}
}
