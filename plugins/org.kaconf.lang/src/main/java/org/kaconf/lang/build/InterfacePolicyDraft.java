package org.kaconf.lang.build;

import java.util.function.Function;

import org.kaconf.model.InterfacePolicy;

/** What {@code global_defs} says about interfaces in general, while it is read. */
final class InterfacePolicyDraft {
	private boolean dynamic;
	private boolean changesAllowed;
	private boolean noLocalIgmp;
	private String defaultInterface = InterfacePolicy.DEFAULT.defaultInterface();
	private String vmacPrefix;
	private String vmacAddressPrefix;

	static <T> void addTo(BlockReader<T> reader, Function<T, InterfacePolicyDraft> policy) {
		reader.on("dynamic_interfaces", (t, line) -> {
			policy.apply(t).dynamic = true;
			policy.apply(t).changesAllowed |= line.raw(0).equals("allow_if_changes");
		}).on("disable_local_igmp", (t, line) -> policy.apply(t).noLocalIgmp = true)
				.on("default_interface", (t, line) -> line.word(0).ifPresent(v -> policy.apply(t).defaultInterface = v))
				.on("vmac_prefix", (t, line) -> line.word(0).filter(v -> policy.apply(t).vmacPrefix == null).ifPresent(v -> policy.apply(t).vmacPrefix = v))
				.on("vmac_addr_prefix",
						(t, line) -> line.word(0).filter(v -> policy.apply(t).vmacAddressPrefix == null).ifPresent(v -> policy.apply(t).vmacAddressPrefix = v));
	}

	String defaultInterface() {
		return defaultInterface;
	}

	InterfacePolicy build() {
		String prefix = vmacPrefix == null ? InterfacePolicy.DEFAULT.vmacPrefix() : vmacPrefix;
		return new InterfacePolicy(dynamic, changesAllowed, noLocalIgmp, defaultInterface, prefix, vmacAddressPrefix == null ? prefix : vmacAddressPrefix);
	}
}
