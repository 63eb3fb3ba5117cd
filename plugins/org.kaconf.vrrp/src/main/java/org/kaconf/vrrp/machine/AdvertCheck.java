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
	/** @param text one line in keepalived's words, without the name of the instance */
	record Rejection(Reason reason, String text) {
	}

	private static final long NANOS_PER_SECOND = 1_000_000_000L;

	private AdvertCheck() {
	}

	/**
	 * @param own the advert this router would send
	 * @param addressesCount whether other virtual addresses are a reason
	 * @return {@code null} when the advert counts
	 */
	static Rejection check(Instance instance, Advertisement own, AdvertReceived received, boolean addressesCount) {
		Advertisement advert = received.advertisement();
		if (!instance.isUnicast() && received.ttl() >= 0 && received.ttl() != PacketCodec.TTL) {
			return new Rejection(Reason.IP_TTL_ERROR, "invalid TTL/HL. Received " + received.ttl() + " and expect " + PacketCodec.TTL);
		}
		if (advert.version() != own.version()) {
			return new Rejection(Reason.VERSION_ERROR,
					"wrong version. Received " + advert.version().number() + " and expect " + own.version().number());
		}
		Rejection rejection = own.version() == VrrpVersion.V2 ? checkVersion2(own, advert) : null;
		if (rejection == null && addressesCount) {
			rejection = checkAddressCount(own, advert);
		}
		if (rejection == null) {
			rejection = checkDestination(instance, received.destination());
		}
		if (rejection == null && addressesCount) {
			rejection = checkAddresses(own, advert);
		}
		return rejection != null ? rejection : checkPeer(instance.unicastPeers(), received);
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

	private static Rejection checkAddressCount(Advertisement own, Advertisement advert) {
		int expected = own.addresses().size();
		int actual = advert.addresses().size();
		return actual == expected ? null
				: new Rejection(Reason.ADDRESS_LIST_ERROR, "received an unexpected ip number count " + actual + ", expected " + expected + "!");
	}

	private static Rejection checkDestination(Instance instance, IpAddress destination) {
		if (destination == null || destination.isMulticast() != instance.isUnicast()) {
			return null;
		}
		return new Rejection(Reason.ADDRESS_LIST_ERROR, instance.isUnicast() ? "Expected unicast packet but received multicast packet"
				: "Expected multicast packet but received unicast packet");
	}

	private static Rejection checkAddresses(Advertisement own, Advertisement advert) {
		if (own.addresses().equals(advert.addresses())) {
			return null;
		}
		for (IpAddress address : own.addresses()) {
			if (!advert.addresses().contains(address)) {
				return new Rejection(Reason.ADDRESS_LIST_ERROR,
						"ip address associated with VRID " + own.virtualRouterId() + " not present in MASTER advert: " + address);
			}
		}
		return null;
	}

	private static Rejection checkPeer(List<UnicastPeer> peers, AdvertReceived received) {
		for (UnicastPeer peer : peers) {
			int lowest = peer.minTtl() == null ? 0 : peer.minTtl();
			int highest = peer.maxTtl() == null ? PacketCodec.TTL : peer.maxTtl();
			if (received.ttl() >= 0 && peer.address().equals(received.source()) && (received.ttl() < lowest || received.ttl() > highest)) {
				return new Rejection(Reason.IP_TTL_ERROR, "TTL/HL " + received.ttl() + " not in range " + lowest + " - " + highest);
			}
		}
		return null;
	}
}
