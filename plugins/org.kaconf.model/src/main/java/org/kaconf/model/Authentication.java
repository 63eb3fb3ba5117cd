package org.kaconf.model;

/**
 * Authentication of VRRP version 2 (RFC 2338, 5.3.6; version 3 has none).
 *
 * @param password as written; only its first eight bytes travel. Empty for {@link Type#NONE}
 */
public record Authentication(Type type, String password) {
	public static final Authentication NONE = new Authentication(Type.NONE, "");
	/** Bytes of a password that travel in a packet. */
	public static final int PASSWORD_BYTES = 8;

	/** The authentication type field of a version 2 packet. */
	public enum Type {
		NONE(0), PASS(1), AH(2);

		private final int number;

		Type(int number) {
			this.number = number;
		}

		public int number() {
			return number;
		}
	}

	/** Never shows the password. */
	@Override
	public String toString() {
		return type.toString();
	}
}
