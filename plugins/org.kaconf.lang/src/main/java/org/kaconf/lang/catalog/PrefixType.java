package org.kaconf.lang.catalog;

import java.util.List;
import java.util.Optional;

import org.kaconf.lang.catalog.AddressType.Families;
import org.kaconf.lang.catalog.ValueProblem.Finding;
import org.kaconf.lang.catalog.ValueProblem.Kind;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;

/**
 * An IP address with a prefix length, {@code 192.0.2.1/24}.
 *
 * @param family         the address family
 * @param lengthRequired whether the length must be written
 * @param words          words that may stand instead of an address, {@code default}
 */
record PrefixType(Families family, boolean lengthRequired, List<String> words) implements ArgumentType {

	static ArgumentType read(Row row) {
		return new PrefixType(Families.of(row.string("family", "any")), row.flag("lengthRequired"), row.strings("words"));
	}

	@Override
	public String id() {
		return "ipPrefix";
	}

	@Override
	public List<String> values() {
		return words;
	}

	@Override
	public Optional<Finding> check(String word) {
		if (words.contains(word))
			return Optional.empty();
		int slash = word.indexOf('/');
		Optional<IpAddress> address = family.parse(slash < 0 ? word : word.substring(0, slash));
		if (address.isEmpty())
			return Optional.of(new Finding(Kind.WRONG_TYPE,
					"'" + word + "' is not " + family.noun + "; write it like 192.0.2.1/24 or 2001:db8::1/64"));
		if (slash < 0)
			return lengthRequired ? Optional.of(withoutLength(word, address.get())) : Optional.empty();
		if (IpPrefix.parse(word).isEmpty())
			return Optional.of(new Finding(Kind.OUT_OF_RANGE, "The prefix length '" + word.substring(slash + 1)
					+ "' is not possible; write a number from 0 to " + address.get().family().bits()));
		return Optional.empty();
	}

	private static Finding withoutLength(String word, IpAddress address) {
		String example = word + (address.family() == Family.IPV4 ? "/24" : "/64");
		return new Finding(Kind.WRONG_TYPE, word + " has no prefix length; write it like " + example);
	}
}
