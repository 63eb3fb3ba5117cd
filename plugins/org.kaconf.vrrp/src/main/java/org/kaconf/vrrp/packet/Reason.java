package org.kaconf.vrrp.packet;

/** Why a received packet is dropped. The names are those of the statistics in RFC 2787, for both versions; docs/conformance.md has those of RFC 6527. */
public enum Reason {
	/** vrrpRouterChecksumErrors. */
	CHECKSUM_ERROR("checksumErrors"),
	/** vrrpRouterVersionErrors: an unknown version, or not the configured one. */
	VERSION_ERROR("versionErrors"),
	/** vrrpRouterVrIdErrors: the virtual router id is not valid. */
	VRID_ERROR("vrIdErrors"),
	/** vrrpStatsAdvertiseIntervalErrors: in version 2 not the configured interval, in version 3 none. */
	ADVERTISE_INTERVAL_ERROR("advertiseIntervalErrors"),
	/** vrrpStatsAuthFailures: not the configured password. */
	AUTH_FAILURE("authFailures"),
	/** vrrpStatsIpTtlErrors: TTL or hop limit is not 255. */
	IP_TTL_ERROR("ipTtlErrors"),
	/** vrrpStatsInvalidTypePktsRcvd: the type is not 1, advertisement. */
	INVALID_TYPE("invalidTypePktsRcvd"),
	/** vrrpStatsAddressListErrors: not the configured virtual addresses, or sent to the group where unicast is due, or the other way round. */
	ADDRESS_LIST_ERROR("addressListErrors"),
	/** vrrpStatsInvalidAuthType: an unknown authentication type. */
	INVALID_AUTH_TYPE("invalidAuthType"),
	/** vrrpStatsAuthTypeMismatch: not the configured authentication type. */
	AUTH_TYPE_MISMATCH("authTypeMismatch"),
	/** vrrpStatsPacketLengthErrors: the length does not fit the number of addresses. */
	PACKET_LENGTH_ERROR("packetLengthErrors"),
	/** In no RFC: a unicast packet from somebody who is no peer. */
	UNICAST_SOURCE_ERROR("unicastSourceErrors");

	private final String statistic;

	Reason(String statistic) {
		this.statistic = statistic;
	}

	/** The name of the counter, as the MIBs end it. */
	public String statistic() {
		return statistic;
	}
}
