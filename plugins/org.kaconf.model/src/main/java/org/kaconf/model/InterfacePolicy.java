package org.kaconf.model;

/**
 * What {@code global_defs} says about interfaces in general.
 *
 * @param dynamic {@code dynamic_interfaces}: interfaces need not exist at start
 * @param changesAllowed an interface may come back on another parent or as another kind
 * @param noLocalIgmp {@code disable_local_igmp}: no membership reports of the VRRP group are sent
 * @param defaultInterface for static addresses that name none
 * @param vmacPrefix what names of VMAC interfaces begin with
 * @param vmacAddressPrefix what names of VMAC interfaces begin with that only carry addresses
 */
public record InterfacePolicy(boolean dynamic, boolean changesAllowed, boolean noLocalIgmp, String defaultInterface, String vmacPrefix,
		String vmacAddressPrefix) {
	public static final InterfacePolicy DEFAULT = new InterfacePolicy(false, false, false, "eth0", "vrrp", "vrrp");
}
