package org.kaconf.lang.catalog;

import java.util.Locale;
import java.util.Optional;

import org.kaconf.lang.catalog.ValueProblem.Finding;
import org.kaconf.lang.catalog.ValueProblem.Kind;
import org.kaconf.model.IpAddress;

/**
 * An IP address without a prefix length.
 *
 * @param family      which families are possible
 * @param multicast   whether it must be a multicast address
 * @param tailIgnored whether keepalived cuts off a prefix length or a range in silence rather than refuse it
 */
record AddressType(Families family, boolean multicast, boolean tailIgnored) implements ArgumentType {

	/** The address families a word may be of. */
	enum Families {
		ANY("an IPv4 or IPv6 address", "192.0.2.1 or 2001:db8::1"),
		IPV4("an IPv4 address", "192.0.2.1"),
		IPV6("an IPv6 address", "2001:db8::1");

		final String noun;
		final String example;

		Families(String noun, String example) {
			this.noun = noun;
			this.example = example;
		}

		/** The address a word says, nothing when it is none or of the other family. */
		Optional<IpAddress> parse(String word) {
			return IpAddress.parse(word).filter(address -> this == ANY || address.family().name().equals(name()));
		}

		static Families of(String id) {
			return id.equals("any") ? ANY : valueOf(id.toUpperCase(Locale.ROOT));
		}
	}

	static TextType.Reader reader(Families family) {
		return row -> new AddressType(family, row.flag("multicast"), row.flag("tailIgnored"));
	}

	@Override
	public String id() {
		return family == Families.ANY ? "ipAddress" : family.name().toLowerCase(Locale.ROOT);
	}

	@Override
	public Optional<Finding> check(String word) {
		Optional<IpAddress> address = family.parse(word);
		if (address.isEmpty())
			return Optional.of(notAnAddress(word));
		if (multicast && !address.get().isMulticast())
			return Optional.of(new Finding(Kind.OUT_OF_RANGE,
					word + " is not a multicast address; write one in 224.0.0.0/4 or ff02::/16"));
		return Optional.empty();
	}

	private Finding notAnAddress(String word) {
		int tail = Math.max(word.indexOf('/'), word.indexOf('-'));
		if (tail < 0 || family.parse(word.substring(0, tail)).isEmpty())
			return new Finding(Kind.WRONG_TYPE, "'" + word + "' is not " + family.noun + "; write it like "
					+ (multicast ? "224.0.0.18 or ff02::12" : family.example));
		if (tailIgnored)
			return new Finding(Kind.EXTRA, "The " + word.substring(tail) + " of " + word + " is ignored here; leave it out");
		return new Finding(Kind.WRONG_TYPE, "'" + word + "' is not " + family.noun + "; leave out " + word.substring(tail));
	}
}
