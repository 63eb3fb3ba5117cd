package org.kaconf.runtime.daemon;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.UnicastPeer;
import org.kaconf.runtime.linux.PacketSender;
import org.kaconf.runtime.linux.VrrpSocket.Destination;
import org.kaconf.vrrp.packet.Advertisement;
import org.kaconf.vrrp.packet.HeaderAuthentication;
import org.kaconf.vrrp.packet.PacketCodec;
import org.kaconf.vrrp.packet.PreparedPacket;

/** Sends the adverts of one virtual router: packets are built once, then only their priority and number change, and nothing is allocated. */
final class AdvertSender {
	private static final class Prepared {
		private final PreparedPacket packet;
		private final Destination destination;
		/** The packet's own memory. */
		private final MemorySegment bytes;

		Prepared(PreparedPacket packet, Destination destination) {
			this.packet = packet;
			this.destination = destination;
			bytes = MemorySegment.ofBuffer(packet.bytes());
		}

		int send(PacketSender socket, int priority) {
			packet.next(priority);
			return socket.send(bytes, bytes.byteSize(), destination);
		}
	}

	/** Leaves the hop limit to the kernel. */
	private static final int SYSTEM_HOP_LIMIT = -1;
	private static final PacketSender NOBODY = (packet, bytes, destination) -> 0;
	private final Wrapping wrapping;
	private final List<IpAddress> destinations;
	private final int hopLimit;
	private Prepared[] prepared = {};
	/** Like the first of them, to practise with: every packet that is sent counts one number up. */
	private Prepared spare;
	private Advertisement preparedFor;
	private IpAddress preparedFrom;
	private boolean preparedWithOldChecksum;

	AdvertSender(Instance instance, Wrapping wrapping) {
		this.wrapping = wrapping;
		destinations = instance.isUnicast() ? instance.unicastPeers().stream().map(UnicastPeer::address).toList() : List.of(instance.multicastGroup());
		hopLimit = hopLimit(instance);
	}

	/** keepalived's: over IPv4 255 for peers, too; over IPv6 the system's own. */
	private static int hopLimit(Instance instance) {
		Integer written = instance.isUnicast() ? instance.unicastOptions().ttl() : null;
		if (written != null) {
			return written;
		}
		return instance.isUnicast() && instance.family() == Family.IPV6 ? SYSTEM_HOP_LIMIT : PacketCodec.TTL;
	}

	/** @return 0, or the errno of the last packet that was not sent */
	int send(PacketSender socket, Advertisement advert, IpAddress source) {
		prepare(advert, source);
		int errno = 0;
		for (Prepared one : prepared) {
			int result = one.send(socket, advert.priority());
			errno = result == 0 ? errno : result;
		}
		return errno;
	}

	/** Does all that sending takes but hand a packet to the kernel. */
	void rehearse(Advertisement advert, IpAddress source) {
		prepare(advert, source);
		if (spare == null && prepared.length > 0) {
			spare = new Prepared(packet(advert, source, destinations.getFirst(), wrapping.spareAuthentication()), null);
		}
		if (spare != null) {
			spare.send(NOBODY, advert.priority());
		}
	}

	/** Builds the packets if those there are do not fit. */
	private void prepare(Advertisement advert, IpAddress source) {
		boolean sameWrapping = source.equals(preparedFrom) && preparedWithOldChecksum == wrapping.usesOldChecksum();
		if (advert == preparedFor && sameWrapping) {
			return;
		}
		if (preparedFor == null || !sameWrapping || !advert.withPriority(preparedFor.priority()).equals(preparedFor)) {
			build(advert, source);
		}
		preparedFor = advert;
	}

	private void build(Advertisement advert, IpAddress source) {
		prepared = destinations.stream().map(destination -> new Prepared(packet(advert, source, destination, wrapping.authentication()), Destination.of(source, destination, hopLimit)))
				.toArray(Prepared[]::new);
		spare = null;
		preparedFrom = source;
		preparedWithOldChecksum = wrapping.usesOldChecksum();
	}

	private PreparedPacket packet(Advertisement advert, IpAddress source, IpAddress destination, HeaderAuthentication authentication) {
		return PreparedPacket.of(advert, wrapping.sent(source, destination), authentication);
	}
}
