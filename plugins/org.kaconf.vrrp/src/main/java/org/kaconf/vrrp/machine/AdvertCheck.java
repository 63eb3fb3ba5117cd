package org.kaconf.vrrp.machine;

import java.util.List;
import org.kaconf.model.Authentication;
import org.kaconf.model.Authentication.Type;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.UnicastPeer;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.machine.Event.AdvertReceived;
import org.kaconf.vrrp.packet.Advertisement;
import org.kaconf.vrrp.packet.PacketCodec;
import org.kaconf.vrrp.packet.Reason;

/**
 * Whether a received advert fits the configuration (RFC 3768, 7.1; RFC 9568, 7.1), in the order in which keepalived looks.
 */
final class AdvertCheck {
	/**
	 * @param text one line in keepalived's words, without the name of the instance
	 */
	record Rejection(Reason reason, String text) {
	}

	private static final long NANOS_PER_SECOND = 1_000_000_000L;

	private AdvertCheck() {
	}

	/** @return {@code null} when the advert counts */
	static Rejection check(RouterDraft router, AdvertReceived received) {
		Instance instance = router.instance;
		Advertisement own = router.advertisement();
		Advertisement advert = received.advertisement();
		if (!instance.isUnicast() && received.ttl() >= 0 && received.ttl() != PacketCodec.TTL) {
			return new Rejection(Reason.IP_TTL_ERROR, "invalid TTL/HL. Received " + received.ttl() + " and expect " + PacketCodec.TTL);
		}
		if (advert.version() != own.version()) {
			return new Rejection(Reason.VERSION_ERROR,
					"wrong version. Received " + advert.version().number() + " and expect " + own.version().number());
		}
		Rejection rejection = own.version() == VrrpVersion.V2 ? checkVersion2(own, advert) : checkVersion3(own, advert);
		if (rejection == null) {
			rejection = checkDestination(instance, received.destination());
		}
		if (rejection == null && router.dropsOtherAddresses && !isSkipped(router, received)) {
			rejection = checkAddresses(own, advert);
		}
		return rejection != null || isSkipped(router, received) ? rejection : checkPeer(instance, received);
	}

	/** skip_check_adv_addr: a backup looks at the addresses of another master only. */
	private static boolean isSkipped(RouterDraft router, AdvertReceived received) {
		return router.instance.skipAddressCheck() && router.state == State.BACKUP && received.source().equals(router.masterAddress);
	}

	private static Rejection checkVersion2(Advertisement own, Advertisement advert) {
		Authentication expected = own.authentication();
		Authentication actual = advert.authentication();
		if (actual.type() != expected.type()) {
			return new Rejection(Reason.AUTH_TYPE_MISMATCH,
					"received a " + actual.type().number() + " auth, expecting " + expected.type().number() + "!");
		}
		if (expected.type() == Type.PASS && !actual.password().equals(expected.password())) {
			return new Rejection(Reason.AUTH_FAILURE, "received an invalid passwd!");
		}
		if (advert.advertIntervalNanos() != own.advertIntervalNanos()) {
			return new Rejection(Reason.ADVERTISE_INTERVAL_ERROR, "advertisement interval mismatch mine=" + own.advertIntervalNanos() / NANOS_PER_SECOND
					+ " sec rcv'd=" + advert.advertIntervalNanos() / NANOS_PER_SECOND + " sec");
		}
		return null;
	}

	private static Rejection checkDestination(Instance instance, IpAddress destination) {
		if (destination == null || destination.isMulticast() != instance.isUnicast()) {
			return null;
		}
		return new Rejection(Reason.ADDRESS_LIST_ERROR, instance.isUnicast() ? "Expected unicast packet but received multicast packet"
				: "Expected multicast packet but received unicast packet");
	}

	/** RFC 9568, 5.2.5 and 7.1; keepalived does not ask: an interval of 0 would make every backup a master at once. */
	private static Rejection checkVersion3(Advertisement own, Advertisement advert) {
		if (advert.advertIntervalNanos() == 0) {
			return new Rejection(Reason.ADVERTISE_INTERVAL_ERROR, "invalid advertisement interval 0");
		}
		return advert.addresses().isEmpty() ? new Rejection(Reason.ADDRESS_LIST_ERROR, unexpectedCount(own, advert)) : null;
	}

	private static String unexpectedCount(Advertisement own, Advertisement advert) {
		return "received an unexpected ip number count " + advert.addresses().size() + ", expected " + own.addresses().size() + "!";
	}

	/** Their number has to be the same, their order may differ. */
	private static Rejection checkAddresses(Advertisement own, Advertisement advert) {
		if (isSame(own.addresses(), advert.addresses())) {
			return null;
		}
		if (own.addresses().size() != advert.addresses().size()) {
			return new Rejection(Reason.ADDRESS_LIST_ERROR, unexpectedCount(own, advert));
		}
		for (IpAddress address : own.addresses()) {
			if (!advert.addresses().contains(address)) {
				return new Rejection(Reason.ADDRESS_LIST_ERROR,
						"ip address associated with VRID " + own.virtualRouterId() + " not present in MASTER advert: " + address);
			}
		}
		return null;
	}

	/** What {@link List#equals} says, without the iterators it makes. */
	private static boolean isSame(List<IpAddress> some, List<IpAddress> others) {
		if (some.size() != others.size()) {
			return false;
		}
		for (int i = 0; i < some.size(); i++) {
			if (some.get(i).compareTo(others.get(i)) != 0) {
				return false;
			}
		}
		return true;
	}

	/** Only check_unicast_src, or a limit of the TTL for some peer, asks for it: an advert of a peer, with a TTL within the limits of that peer. */
	private static Rejection checkPeer(Instance instance, AdvertReceived received) {
		boolean asked = instance.unicastOptions().checkSource();
		UnicastPeer sender = null;
		for (int i = 0; i < instance.unicastPeers().size(); i++) {
			UnicastPeer peer = instance.unicastPeers().get(i);
			asked |= peer.minTtl() != null || peer.maxTtl() != null;
			if (peer.address().equals(received.source())) {
				sender = peer;
			}
		}
		if (!asked || !instance.isUnicast()) {
			return null;
		}
		return sender != null ? checkTtl(sender, received.ttl()) : new Rejection(Reason.UNICAST_SOURCE_ERROR, "unicast source address " + received.source() + " not a unicast peer");
	}

	private static Rejection checkTtl(UnicastPeer peer, int ttl) {
		int lowest = peer.minTtl() == null ? 0 : peer.minTtl();
		int highest = peer.maxTtl() == null ? PacketCodec.TTL : peer.maxTtl();
		return ttl < 0 || lowest <= ttl && ttl <= highest ? null
				: new Rejection(Reason.IP_TTL_ERROR, "TTL/HL " + ttl + " not in range " + lowest + " - " + highest);
	}
}
