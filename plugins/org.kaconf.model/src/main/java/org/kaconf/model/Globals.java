package org.kaconf.model;

/**
 * What {@code global_defs} says beyond the defaults it hands to instances.
 *
 * @param routerId {@code null} for the host's name
 * @param scriptUser {@code null} for keepalived_script if that user exists, else root
 * @param scriptGroup {@code null} for the user's own
 */
public record Globals(String routerId, boolean scriptSecurity, String scriptUser, String scriptGroup, MailSettings mail, Origins origins) {
	public Globals {
		origins = Origins.orNone(origins);
	}

	public static final Globals DEFAULT = new Globals(null, false, null, null, MailSettings.NONE, Origins.NONE);
}
