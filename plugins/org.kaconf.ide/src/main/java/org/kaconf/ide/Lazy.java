package org.kaconf.ide;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is computed by whoever asks first; others wait for it. */
final class Lazy<T> implements Supplier<T> {
	private Supplier<? extends T> computation;
	private volatile T value;

	Lazy(Supplier<? extends T> computation) {
		this.computation = computation;
	}

	/** The value if it was computed already. */
	Optional<T> peek() {
		return Optional.ofNullable(value);
	}

	@Override
	public T get() {
		if (value == null) {
			synchronized (this) {
				if (value == null) {
					value = computation.get();
					computation = null;
				}
			}
		}
		return value;
	}
}
