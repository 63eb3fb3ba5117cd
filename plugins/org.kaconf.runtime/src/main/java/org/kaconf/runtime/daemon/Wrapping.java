package org.kaconf.runtime.daemon;

import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.UnicastOptions.Checksum;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.packet.Envelope;
import org.kaconf.vrrp.packet.HeaderAuthentication;

/** What is around the adverts of one virtual router; its reader and its sender share it, because what is heard decides on what is sent. */
final class Wrapping {
	private final Instance instance;
	private final HeaderAuthentication authentication;
	private boolean oldChecksum;

	Wrapping(Instance instance) {
		this(instance, Channel.isAuthenticated(instance) ? new HeaderAuthentication(instance.authentication()) : null);
	}

	private Wrapping(Instance instance, HeaderAuthentication authentication) {
		this.instance = instance;
		this.authentication = authentication;
		oldChecksum = mayUseOldChecksum() && instance.unicastOptions().checksum() == Checksum.OLD;
	}

	/** After a change of the configuration: sequence numbers go on. */
	Wrapping continuedBy(Instance newInstance) {
		return authentication != null && Channel.isAuthenticated(newInstance)
				? new Wrapping(newInstance, authentication.withPassword(newInstance.authentication())) : new Wrapping(newInstance);
	}

	private boolean mayUseOldChecksum() {
		return instance.version() == VrrpVersion.V3 && instance.family() == Family.IPV4 && instance.isUnicast();
	}

	/** @return {@code null} for none */
	HeaderAuthentication authentication() {
		return authentication;
	}

	/** The same with sequence numbers of its own, for packets that nobody gets. @return {@code null} for none */
	HeaderAuthentication spareAuthentication() {
		return authentication == null ? null : new HeaderAuthentication(instance.authentication());
	}

	/** Whether version 3 adverts to peers have the checksum of a packet to the multicast group, as keepalived before 2.0 made it. */
	boolean usesOldChecksum() {
		return oldChecksum;
	}

	/** Whether an advert with the other checksum makes this router use that from now on. */
	boolean mayLearnOldChecksum() {
		return !oldChecksum && mayUseOldChecksum() && instance.unicastOptions().checksum() == Checksum.AUTOMATIC;
	}

	void learnOldChecksum() {
		oldChecksum = true;
	}

	Envelope sent(IpAddress source, IpAddress destination) {
		Envelope envelope = Envelope.of(source, destination);
		Integer ttl = instance.unicastOptions().ttl();
		return withChecksum(ttl == null || !instance.isUnicast() ? envelope : envelope.withTtl(ttl), oldChecksum);
	}

	Envelope received(IpAddress source, IpAddress destination, int ttl) {
		return withChecksum(Envelope.of(source, destination).withTtl(ttl), oldChecksum);
	}

	Envelope withOldChecksum(Envelope envelope) {
		return withChecksum(envelope, true);
	}

	private Envelope withChecksum(Envelope envelope, boolean old) {
		return old ? envelope.withChecksumFor(instance.multicastGroup()) : envelope;
	}
}
