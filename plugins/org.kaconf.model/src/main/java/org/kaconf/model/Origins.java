package org.kaconf.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where an element and each of its values was written. All origins are equal to each other, on purpose: records that hold them are equal
 * when they mean the same, wherever they were written.
 */
public final class Origins {
	/** Nothing was written: an element made by a program. */
	public static final Origins NONE = new Origins(Origin.NONE, Map.of());

	private final Origin element;
	private final Map<String, Origin> values;

	private Origins(Origin element, Map<String, Origin> values) {
		this.element = element;
		this.values = values;
	}

	public static Origins of(Origin element, Map<String, Origin> values) {
		return new Origins(element, Map.copyOf(values));
	}

	/** For elements that come without any, such as those read from JSON. */
	static Origins orNone(Origins origins) {
		return origins == null ? NONE : origins;
	}

	public static Builder at(Origin element) {
		return new Builder(element);
	}

	/** The head of the element, such as {@code vrrp_instance VI_1}. */
	public Origin element() {
		return element;
	}

	/**
	 * Where a value was written.
	 *
	 * @param keyword the keyword of the statement that set it, such as {@code virtual_router_id}
	 * @return its origin, or that of the element when the value is a default
	 */
	public Origin of(String keyword) {
		return values.getOrDefault(keyword, element);
	}

	/** Whether the text sets this value, rather than leaving it to its default. */
	public boolean isWritten(String keyword) {
		return values.containsKey(keyword);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Origins;
	}

	@Override
	public int hashCode() {
		return 1;
	}

	@Override
	public String toString() {
		return element.toString();
	}

	/** Collects the origins of an element while its statements are read; a later one of the same keyword replaces the earlier. */
	public static final class Builder {
		private final Origin element;
		private final Map<String, Origin> values = new LinkedHashMap<>();

		private Builder(Origin element) {
			this.element = element;
		}

		public Builder add(String keyword, Origin origin) {
			values.put(keyword, origin);
			return this;
		}

		public Origins build() {
			return of(element, values);
		}
	}
}
