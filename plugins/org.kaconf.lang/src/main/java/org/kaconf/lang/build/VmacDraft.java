package org.kaconf.lang.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.Ipvlan;
import org.kaconf.model.KeepalivedVersion;
import org.kaconf.model.Vmac;

/** {@code use_vmac} and {@code use_ipvlan} while they are read. */
final class VmacDraft {
	private static final KeepalivedVersion WITH_OPTIONS = new KeepalivedVersion(2, 3, 0);
	private static final int LONGEST_NAME = 15;
	private static final int MAC_BYTES = 6;
	/** What the standard's own addresses begin with (RFC 9568, 7.3). */
	private static final List<String> OF_THE_STANDARD = List.of("00:00:5e:00:01:", "00:00:5e:00:02:");
	private static final Map<String, Ipvlan.Mode> MODES = Map.of("bridge", Ipvlan.Mode.BRIDGE, "private", Ipvlan.Mode.PRIVATE, "vepa", Ipvlan.Mode.VEPA);

	private boolean vmac;
	private boolean ipvlan;
	private boolean forAddresses;
	private boolean transmitOnBase;
	private String interfaceName;
	private String mac;
	private Ipvlan.Mode mode;
	private IpPrefix address;

	static <T> void addTo(BlockReader<T> reader, Function<T, VmacDraft> vmac, Context context) {
		reader.onEvery("use_vmac", (t, line) -> vmac.apply(t).readVmac(line.words(), context))
				.on("use_vmac_addr", (t, line) -> vmac.apply(t).forAddresses = true)
				.on("vmac_xmit_base", (t, line) -> vmac.apply(t).transmitOnBase = true);
	}

	private void readVmac(List<String> words, Context context) {
		vmac = true;
		boolean options = context.version().isAtLeast(WITH_OPTIONS);
		List<String> left = options ? words : words.subList(0, Math.min(2, words.size()));
		for (int i = 0; i < left.size(); i++) {
			String word = left.get(i);
			if (options && (word.equals("group") || word.equals("netlink_notify_msg"))) {
				i += word.equals("group") ? 1 : 0;
			} else if (options && word.equals("name") && i + 1 < left.size()) {
				setName(left.get(++i));
			} else if (word.contains(":")) {
				mac = mac == null ? usable(word) : mac;
			} else {
				setName(word);
			}
		}
	}

	/** Reads {@code use_ipvlan}, of which the first counts. @param seen is told the address */
	void readIpvlan(Line line, Context context, Consumer<IpAddress> seen) {
		if (ipvlan) {
			return;
		}
		ipvlan = true;
		boolean options = context.version().isAtLeast(WITH_OPTIONS);
		for (int i = 0; line.has(i); i++) {
			String word = line.raw(i);
			IpPrefix prefix = IpPrefix.parse(word).orElse(null);
			if (MODES.containsKey(word)) {
				mode = mode == null ? MODES.get(word) : mode;
			} else if (prefix != null) {
				address = address == null ? prefix : address;
				seen.accept(address.address());
			} else if (options && word.equals("group")) {
				i++;
			} else if (!options || !word.equals("name")) {
				setName(word);
			}
		}
	}

	private void setName(String name) {
		if (interfaceName == null && name.matches("[^/:\\s]{1," + LONGEST_NAME + "}") && !name.matches("\\.{1,2}")) {
			interfaceName = name;
		}
	}

	/** Six bytes, or five with a colon behind them for the virtual router id; {@code null} when it is no address or must not be used. */
	private static String usable(String word) {
		List<String> bytes = new ArrayList<>();
		for (String part : word.split(":")) {
			if (!part.matches("[0-9a-fA-F]{1,2}")) {
				return null;
			}
			bytes.add("%02x".formatted(Integer.parseInt(part, 16)).toLowerCase(Locale.ROOT));
		}
		String text = String.join(":", bytes) + (bytes.size() == MAC_BYTES - 1 ? ":" : "");
		boolean size = bytes.size() == MAC_BYTES || bytes.size() == MAC_BYTES - 1;
		boolean multicast = size && (Integer.parseInt(bytes.getFirst(), 16) & 1) != 0;
		return size && !multicast && OF_THE_STANDARD.stream().noneMatch(text::startsWith) ? text : null;
	}

	/** Whether addresses on other interfaces or of the other family get a VMAC. */
	boolean isForAddresses() {
		return forAddresses;
	}

	/** An address that adverts are sent from if nothing else is said; {@code null} for none. */
	IpAddress source() {
		return address == null ? null : address.address();
	}

	/**
	 * @param unicast whether unicast is asked for, which only works through the interface below
	 * @param virtualRouterId the last byte of a MAC address that has five
	 * @return {@code null} for none
	 */
	Vmac buildVmac(boolean hasInterface, boolean unicast, boolean strict, int virtualRouterId) {
		if (!vmac || unicast && !hasInterface) {
			return null;
		}
		String effectiveMac = mac == null || strict ? null : mac.endsWith(":") ? mac + "%02x".formatted(virtualRouterId) : mac;
		return new Vmac(interfaceName, effectiveMac, (transmitOnBase || unicast) && !strict);
	}

	/** @return {@code null} for none */
	Ipvlan buildIpvlan(boolean hasInterface, boolean unicast) {
		return !ipvlan || vmac || unicast && !hasInterface ? null : new Ipvlan(interfaceName, mode == null ? Ipvlan.Mode.BRIDGE : mode, address);
	}
}
