package org.kaconf.model;

import java.time.Duration;

/**
 * What {@code global_defs} says beyond the defaults it hands to instances.
 *
 * @param routerId {@code null} for the host's name
 * @param scriptUser {@code null} for keepalived_script if that user exists, else root
 * @param scriptGroup {@code null} for the user's own
 * @param networkNamespace the namespace that all runs in; {@code null} for that of the starter
 * @param notifyFifo for all changes of state; {@code null} for none
 * @param vrrpFifo for those of VRRP; {@code null} for none
 * @param fifoStatesOnReload a reload writes all states to the pipes again
 * @param startupDelay how long instances stay in fault after the start
 * @param startupScript runs before all; {@code null} for none
 * @param shutdownScript runs after all; {@code null} for none
 * @param logUnknownVrids adverts of virtual routers that are not configured are logged
 */
public record Globals(String routerId, boolean scriptSecurity, String scriptUser, String scriptGroup, MailSettings mail, String networkNamespace,
		NotifyFifo notifyFifo, NotifyFifo vrrpFifo, boolean fifoStatesOnReload, Duration startupDelay, TimedCommand startupScript,
		TimedCommand shutdownScript, boolean logUnknownVrids, InterfacePolicy interfaces, ReceiveBuffers receiveBuffers, Firewall firewall,
		ProcessSettings process, Origins origins) {
	public static final Globals DEFAULT = new Globals(null, false, null, null, MailSettings.NONE, Origins.NONE);

	public Globals {
		origins = Origins.orNone(origins);
	}

	/** Who runs scripts and who is written to; all else by default. */
	public Globals(String routerId, boolean scriptSecurity, String scriptUser, String scriptGroup, MailSettings mail, Origins origins) {
		this(routerId, scriptSecurity, scriptUser, scriptGroup, mail, null, null, null, false, Duration.ZERO, null, null, false,
				InterfacePolicy.DEFAULT, ReceiveBuffers.DEFAULT, Firewall.DEFAULT, ProcessSettings.DEFAULT, origins);
	}
}
