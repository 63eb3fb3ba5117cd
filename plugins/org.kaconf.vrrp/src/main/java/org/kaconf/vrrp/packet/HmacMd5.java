package org.kaconf.vrrp.packet;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * HMAC-MD5 (RFC 2104) for keys of up to 64 bytes. It computes without making garbage, which {@link javax.crypto.Mac} does not. Not thread-safe.
 */
final class HmacMd5 {
	/** Length of what {@link #compute} returns. */
	static final int BYTES = 16;
	private static final int BLOCK_BYTES = 64;
	private static final int INNER = 0x36;
	private static final int OUTER = 0x5c;

	private final MessageDigest md5;
	private final byte[] innerPad;
	private final byte[] outerPad;
	private final byte[] result = new byte[BYTES];

	HmacMd5(byte[] key) {
		try {
			md5 = MessageDigest.getInstance("MD5");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has MD5", e);
		}
		innerPad = pad(key, INNER);
		outerPad = pad(key, OUTER);
	}

	private static byte[] pad(byte[] key, int filling) {
		byte[] pad = new byte[BLOCK_BYTES];
		for (int i = 0; i < BLOCK_BYTES; i++) {
			pad[i] = (byte) (filling ^ (i < key.length ? key[i] : 0));
		}
		return pad;
	}

	/** @return always the same array, valid until the next call */
	byte[] compute(byte[] message, int length) {
		try {
			md5.update(innerPad);
			md5.update(message, 0, length);
			md5.digest(result, 0, BYTES);
			md5.update(outerPad);
			md5.update(result);
			md5.digest(result, 0, BYTES);
			return result;
		} catch (DigestException e) {
			throw new IllegalStateException("an MD5 digest has 16 bytes", e);
		}
	}
}
