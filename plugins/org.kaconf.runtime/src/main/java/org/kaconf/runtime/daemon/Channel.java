package org.kaconf.runtime.daemon;

import java.util.Objects;
import org.kaconf.model.Authentication;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.packet.HeaderAuthentication;
import org.kaconf.vrrp.packet.PacketCodec;

/**
 * Where adverts for a virtual router come in. Virtual routers of one channel share a socket and differ by their id; on another channel of the same interface
 * the same id is another virtual router, as in keepalived.
 *
 * @param protocol of IP
 * @param local the multicast group, or the own address that the unicast peers send to; {@code null} for any own address
 */
record Channel(String interfaceName, Family family, int protocol, IpAddress local) {
	static Channel of(Instance instance) {
		return new Channel(instance.interfaceName(), instance.family(), isAuthenticated(instance) ? HeaderAuthentication.PROTOCOL : PacketCodec.PROTOCOL,
				instance.isUnicast() ? instance.sourceAddress() : instance.multicastGroup());
	}

	/** Whether adverts come with an authentication header. */
	static boolean isAuthenticated(Instance instance) {
		return instance.version() == VrrpVersion.V2 && instance.authentication().type() == Authentication.Type.AH;
	}

	/** From the end of the IP header to VRRP. */
	int payloadOffset() {
		return protocol == HeaderAuthentication.PROTOCOL ? HeaderAuthentication.BYTES : 0;
	}

	/** Written out, as {@link #hashCode}, because it is needed before the first advert: see {@link IpAddress#equals}. */
	@Override
	public boolean equals(Object other) {
		return other instanceof Channel channel && interfaceName.equals(channel.interfaceName) && family == channel.family && protocol == channel.protocol && Objects.equals(local, channel.local);
	}

	@Override
	public int hashCode() {
		return 31 * interfaceName.hashCode() + Objects.hashCode(local);
	}
}
