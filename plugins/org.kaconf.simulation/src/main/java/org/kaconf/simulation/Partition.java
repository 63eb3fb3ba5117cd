package org.kaconf.simulation;

import java.util.Collection;
import java.util.List;

/** Splits the numbers 0..n-1 into parts that hang together. */
final class Partition {
	/** Whether two numbers belong to one part. */
	interface Relation {
		boolean holds(int a, int b);
	}

	/** For each number another one of its part that is not greater; the smallest one refers to itself. */
	private final int[] smaller;

	Partition(int size) {
		smaller = new int[size];
		for (int i = 0; i < size; i++) {
			smaller[i] = i;
		}
	}

	/** Joins numbers that stand in one group and for which the relation holds. */
	Partition join(Collection<List<Integer>> groups, Relation relation) {
		for (List<Integer> group : groups) {
			for (int i = 0; i < group.size(); i++) {
				for (int j = i + 1; j < group.size(); j++) {
					int a = group.get(i);
					int b = group.get(j);
					if (smallest(a) != smallest(b) && relation.holds(a, b)) {
						smaller[Math.max(smallest(a), smallest(b))] = Math.min(smallest(a), smallest(b));
					}
				}
			}
		}
		return this;
	}

	private int smallest(int number) {
		int at = number;
		while (smaller[at] != at) {
			smaller[at] = smaller[smaller[at]];
			at = smaller[at];
		}
		return at;
	}

	/** For every number the smallest number of its part. */
	int[] parts() {
		int[] parts = new int[smaller.length];
		for (int i = 0; i < parts.length; i++) {
			parts[i] = smallest(i);
		}
		return parts;
	}
}
