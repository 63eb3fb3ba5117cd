package org.kaconf.lang.build;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;

/**
 * The words of a route or rule, taken one after the other, and what all of them agree upon. What keepalived cannot read makes the whole line
 * {@linkplain #isRefused() refused}; reading then goes on to nowhere.
 */
final class WordCursor {
	/** The greatest number of 32 bits. */
	static final long MOST = 0xFFFF_FFFFL;
	private static final IpPrefix ALL_IPV4 = IpPrefix.of("0.0.0.0/0");
	private static final IpPrefix ALL_IPV6 = IpPrefix.of("::/0");

	private final List<String> words;
	private int at;
	private Family family;
	private boolean refused;

	WordCursor(List<String> words) {
		this.words = words;
	}

	/** Gives each word that a table knows to what the table says, and the others to another. */
	<T> void readInto(T target, Map<String, BiConsumer<T, WordCursor>> options, BiConsumer<T, String> others) {
		while (hasNext()) {
			String word = next();
			BiConsumer<T, WordCursor> option = options.get(word);
			if (option == null) {
				others.accept(target, word);
			} else {
				option.accept(target, this);
			}
		}
	}

	boolean hasNext() {
		return !refused && at < words.size();
	}

	/** The next word, not taken; empty when there is none. */
	String peek() {
		return hasNext() ? words.get(at) : "";
	}

	/** The next word; refused when there is none. */
	String next() {
		if (!hasNext()) {
			refuse();
			return "";
		}
		return words.get(at++);
	}

	/** Takes the next word if it is this one. */
	boolean take(String word) {
		if (!peek().equals(word)) {
			return false;
		}
		at++;
		return true;
	}

	void refuse() {
		refused = true;
	}

	boolean isRefused() {
		return refused;
	}

	/** All addresses of a line are of one family. */
	void agree(Family other) {
		if (family == null) {
			family = other;
		} else if (family != other) {
			refuse();
		}
	}

	/** {@code inet} or {@code inet6}. No version of keepalived up to 2.4 reads the word behind it. */
	void readFamily(Family other) {
		agree(other);
		if (hasNext()) {
			next();
		}
	}

	/** That of the addresses, or IPv4. */
	Family family() {
		return family == null ? Family.IPV4 : family;
	}

	/** A whole number from 0; refused when it is none or greater. */
	long number(long most) {
		Optional<Long> number = Optional.of(next()).filter(w -> w.matches("\\+?\\d{1,19}")).flatMap(Numbers::parse).map(n -> n.longValue()).filter(n -> n >= 0 && n <= most);
		if (number.isEmpty()) {
			refuse();
		}
		return number.orElse(0L);
	}

	/** An address without a prefix length, which the line must agree with. */
	IpAddress address() {
		IpAddress address = IpAddress.parse(next()).orElse(null);
		if (address == null) {
			refuse();
		} else {
			agree(address.family());
		}
		return address;
	}

	/**
	 * An address with a prefix length, or one of the words for all addresses, which are of the family that the line turns out to have; behind a word that
	 * tells the family they are refused.
	 *
	 * @return {@code null} for all addresses or when it is refused
	 */
	IpPrefix prefix(String word) {
		if (List.of("default", "any", "all").contains(word)) {
			refused |= family != null;
			return null;
		} else if (word.equals("default6")) {
			agree(Family.IPV6);
			return ALL_IPV6;
		}
		Optional<IpPrefix> prefix = AddressReader.prefix(word);
		prefix.ifPresentOrElse(p -> agree(p.address().family()), this::refuse);
		return prefix.orElse(null);
	}

	/** The prefix of all addresses. */
	IpPrefix all() {
		return family() == Family.IPV4 ? ALL_IPV4 : ALL_IPV6;
	}
}
