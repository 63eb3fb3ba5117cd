package org.kaconf.model;

/**
 * What keepalived adds to VRRP since 2.2.8.
 *
 * @param checksumAsV2 {@code v3_checksum_as_v2}: checksums of version 3 over IPv4 leave the pseudo header out
 * @param expiredBackupPriority {@code timer_expired_backup}: priority 1..254 that a backup whose timer ran out sends before it becomes master;
 *        {@code null} for off
 * @param ownerIgnoresAdverts an address owner does not listen to others
 */
public record Extensions(boolean checksumAsV2, Integer expiredBackupPriority, boolean ownerIgnoresAdverts) {
	public static final Extensions NONE = new Extensions(false, null, false);
}
