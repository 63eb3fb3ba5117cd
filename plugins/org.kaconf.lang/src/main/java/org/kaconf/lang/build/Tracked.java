package org.kaconf.lang.build;

import org.kaconf.model.Origins;

/** Something with the weight it counts with, whatever its kind. */
record Tracked(String name, int weight, boolean reverse, Origins origins) {
	Tracked withWeight(int newWeight, boolean newReverse) {
		return new Tracked(name, newWeight, newReverse, origins);
	}
}
