package org.kaconf.model;

/**
 * Options of an address that only say how the kernel keeps it (ip-address(8)) and what follows when somebody removes it.
 *
 * @param homeAddress {@code home}: the home address of Mobile IPv6 (RFC 6275)
 * @param duplicateDetection {@code -nodad}: IPv6 duplicate address detection is done, which is skipped otherwise
 * @param manageTemporary {@code mngtmpaddr}: a template for temporary IPv6 addresses
 * @param noPrefixRoute the kernel makes no route for the prefix
 * @param autoJoin the kernel joins the multicast group of this address
 * @param preferredLifetime seconds until the address is deprecated, 0..4294967295, {@link #FOREVER} for never; {@code null} when
 *        nothing is written (see {@link VirtualAddress#preferredLifetime()})
 * @param vmac whether the address goes to a VMAC interface of its own device
 * @param tracked false for {@code no_track}: that somebody else removes the address does not end being master
 * @param trackGroup static addresses only: name of the {@link TrackGroup} that goes to fault with its interface; {@code null} for none
 */
public record AddressOptions(boolean homeAddress, boolean duplicateDetection, boolean manageTemporary, boolean noPrefixRoute, boolean autoJoin,
		Long preferredLifetime, boolean vmac, boolean tracked, String trackGroup) {
	public static final AddressOptions DEFAULT = new AddressOptions(false, false, false, false, false, null, false, true, null);
	/** A preferred lifetime without end, as the kernel writes it. */
	public static final long FOREVER = 0xFFFF_FFFFL;

	AddressOptions withVmac(boolean newVmac) {
		return new AddressOptions(homeAddress, duplicateDetection, manageTemporary, noPrefixRoute, autoJoin, preferredLifetime, newVmac, tracked, trackGroup);
	}
}
