package org.kaconf.bench.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measured values of one kind. */
public final class Samples {
	private final List<Double> values = new ArrayList<>();

	public void add(double value) {
		values.add(value);
	}

	public void addAll(Samples others) {
		values.addAll(others.values);
	}

	public int count() {
		return values.size();
	}

	public double median() {
		return percentile(50);
	}

	public double max() {
		return percentile(100);
	}

	/** The smallest value that so many percent of all do not exceed. @throws IllegalStateException without values */
	public double percentile(double percent) {
		if (values.isEmpty()) {
			throw new IllegalStateException("nothing was measured");
		}
		List<Double> sorted = new ArrayList<>(values);
		Collections.sort(sorted);
		return sorted.get(Math.max(0, (int) Math.ceil(percent / 100 * sorted.size()) - 1));
	}
}
