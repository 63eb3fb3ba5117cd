package org.kaconf.vrrp.packet;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import org.kaconf.model.Authentication;
import org.kaconf.model.Authentication.Type;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.vrrp.packet.Decoded.Valid;

/**
 * A coverage-guided fuzzer: bytes that lead to other paths through the code are kept and changed further. It finds an exception, and a packet that is read
 * as something that does not write as the same bytes.
 */
class PacketFuzzTest {
	private static final IpAddress SOURCE = IpAddress.of("10.9.0.1");
	private static final IpAddress SOURCE6 = IpAddress.of("fe80::1");

	@FuzzTest(maxDuration = "10s")
	void packets(byte[] bytes) {
		read(bytes, Envelope.of(SOURCE, Instance.MULTICAST_IPV4));
		read(bytes, Envelope.of(SOURCE6, Instance.MULTICAST_IPV6));
		new HeaderAuthentication(new Authentication(Type.AH, "s3cret")).check(ByteBuffer.wrap(bytes));
	}

	private static void read(byte[] bytes, Envelope envelope) {
		byte[] packet = bytes.clone();
		if (packet.length >= PacketCodec.HEADER_BYTES) {
			// Hardly any bytes have the right checksum by chance.
			packet[PacketCodec.CHECKSUM_OFFSET] = 0;
			packet[PacketCodec.CHECKSUM_OFFSET + 1] = 0;
			long base = packet[0] >> 4 == 2 && envelope.source() == SOURCE ? 0
					: InternetChecksum.addPseudoHeader(0, envelope.source(), envelope.destination(), PacketCodec.PROTOCOL, packet.length);
			int checksum = InternetChecksum.finish(InternetChecksum.add(base, ByteBuffer.wrap(packet), 0, packet.length));
			packet[PacketCodec.CHECKSUM_OFFSET] = (byte) (checksum >> 8);
			packet[PacketCodec.CHECKSUM_OFFSET + 1] = (byte) checksum;
		}
		if (PacketCodec.decode(ByteBuffer.wrap(packet), envelope) instanceof Valid valid) {
			ByteBuffer again = ByteBuffer.allocate(packet.length);
			PacketCodec.encode(valid.advertisement(), envelope, again);
			if (!PacketCodec.decode(again.flip(), envelope).equals(valid)) {
				throw new IllegalStateException("does not read as what it was: " + Bytes.hex(packet));
			}
		}
	}
}
