package org.kaconf.runtime.daemon;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.kaconf.model.Instance;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.Sysctl;

/** {@code promote_secondaries}: interfaces that keep their further addresses of a subnet when its first one is removed. Belongs to the loop's thread. */
final class SecondaryAddresses {
	private static final String HOLDER = "promote_secondaries";

	private final KernelSettings settings;
	private Set<String> interfaces = Set.of();

	SecondaryAddresses(KernelSettings settings) {
		this.settings = settings;
	}

	/** Sets what the instances of a placement want beside what is set. */
	void require(Placement placement) {
		Set<String> both = new HashSet<>(interfaces);
		both.addAll(wanted(placement));
		both.forEach(this::hold);
		interfaces = both;
	}

	/** Puts back what the instances of a placement do not want. */
	void retain(Placement placement) {
		Set<String> wanted = wanted(placement);
		interfaces.stream().filter(name -> !wanted.contains(name)).forEach(name -> settings.release(setting(name), HOLDER));
		interfaces = wanted;
	}

	/** An interface that was made anew has the kernel's own settings. */
	void linkChanged(Link link) {
		if (interfaces.contains(link.name())) {
			hold(link.name());
		}
	}

	private void hold(String interfaceName) {
		settings.hold(setting(interfaceName), "1", HOLDER);
	}

	private static Set<String> wanted(Placement placement) {
		return placement.instances().stream().filter(instance -> instance.interfaceOptions().promoteSecondaries()).map(Instance::interfaceName).collect(Collectors.toSet());
	}

	private static Path setting(String interfaceName) {
		return Sysctl.ofInterface("ipv4", interfaceName, "promote_secondaries");
	}
}
