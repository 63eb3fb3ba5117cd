package org.kaconf.runtime.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaconf.model.AddressOptions;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.InterfacePolicy;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.NextHop;
import org.kaconf.model.Route;
import org.kaconf.model.RouteMetrics;
import org.kaconf.model.RoutingRule;
import org.kaconf.model.TrackedInterface;
import org.kaconf.model.UnicastPeer;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.Vmac;
import org.kaconf.vrrp.packet.MacAddress;

class PlacementTest {
	private static InstanceBuilder instance(String name) {
		return Instance.builder(name).interfaceName("eth0").virtualRouterId(51).virtualAddresses(List.of(VirtualAddress.of("10.0.0.100/24")));
	}

	private static Placement place(InstanceBuilder... instances) {
		return Placement.of(List.of(instances).stream().map(InstanceBuilder::build).toList(), InterfacePolicy.DEFAULT);
	}

	private static VirtualAddress on(String device, String prefix, boolean vmac) {
		AddressOptions options = new AddressOptions(false, false, false, false, false, null, vmac, true, null);
		return new VirtualAddress(IpPrefix.of(prefix), device, null, null, null, null, options, null);
	}

	private static List<String> devices(Instance instance) {
		return instance.virtualAddresses().stream().map(VirtualAddress::device).toList();
	}

	@Test
	void anAddressIsOnTheInterfaceOfItsInstanceOrOnItsOwnWhichIsTracked() {
		Placement placement = place(instance("A").virtualAddresses(List.of(VirtualAddress.of("10.0.0.100/24"), on("eth1", "10.1.0.100/24", false))));
		Instance placed = placement.instances().getFirst();
		assertThat(devices(placed)).containsExactly("eth0", "eth1");
		assertThat(placed.tracking().interfaces()).extracting(TrackedInterface::name, TrackedInterface::weight).containsExactly(tuple("eth1", 0));
		assertThat(placement.vmacs()).isEmpty();
	}

	@Test
	void theInterfacesOfTrackedRoutesAndRulesAreTracked() {
		Instance placed = place(instance("A").routes(List.of(route("eth1", true), route("eth2", false), route("eth0", true)))
				.rules(List.of(rule("eth3", true), rule("eth4", false)))).instances().getFirst();
		assertThat(placed.tracking().interfaces()).extracting(TrackedInterface::name, TrackedInterface::weight).containsExactly(tuple("eth1", 0), tuple("eth3", 0));
	}

	private static Route route(String device, boolean tracked) {
		return new Route(Family.IPV4, "unicast", IpPrefix.of("192.168.1.0/24"), null, null, null, null, null, null, null, null, new NextHop(null, device, 1, false, null, null), List.of(),
				RouteMetrics.NONE, null, null, null, Route.Insertion.PREPEND, tracked, null, null);
	}

	private static RoutingRule rule(String incoming, boolean tracked) {
		return new RoutingRule(Family.IPV4, false, null, null, 500, RoutingRule.Action.TABLE, "100", null, null, null, null, null, incoming, null, null, null, null, null, null, null,
				null, null, tracked, null, null);
	}

	@Test
	void aVmacTakesTheInstanceAndTheAddressesOfItsFamily() {
		Placement placement = place(instance("A").vmac(Vmac.DEFAULT).excludedAddresses(List.of(VirtualAddress.of("2001:db8::1/64"))));
		Instance placed = placement.instances().getFirst();
		assertThat(placed.interfaceName()).isEqualTo("vrrp.51");
		assertThat(devices(placed)).containsExactly("vrrp.51");
		assertThat(placed.excludedAddresses()).extracting(VirtualAddress::device).containsExactly("eth0");
		assertThat(placement.vmacs()).singleElement().satisfies(vmac -> {
			assertThat(vmac.base()).isEqualTo("eth0");
			assertThat(vmac.sends()).isTrue();
			assertThat(vmac.hardwareAddress()).hasToString("00:00:5e:00:01:33");
		});
		assertThat(placement.base("vrrp.51")).isEqualTo("eth0");
		assertThat(placement.base("eth0")).isEqualTo("eth0");
	}

	@Test
	void advertsOfAUnicastInstanceLeaveThroughTheBase() {
		Placement placement = place(instance("A").vmac(Vmac.DEFAULT).unicastPeers(List.of(new UnicastPeer(IpAddress.of("10.0.0.2"), null, null, null))));
		Instance placed = placement.instances().getFirst();
		assertThat(placed.interfaceName()).isEqualTo("eth0");
		assertThat(devices(placed)).containsExactly("vrrp.51");
	}

	/** keepalived's names for the same id over IPv6, and for one more on another interface. */
	@Test
	void namesAreUnique() {
		InstanceBuilder ipv6 = instance("B").family(Family.IPV6).virtualAddresses(List.of(VirtualAddress.of("fe80::1/64"))).vmac(Vmac.DEFAULT);
		Placement placement = place(instance("A").vmac(Vmac.DEFAULT), ipv6, instance("C").interfaceName("eth1").vmac(Vmac.DEFAULT));
		assertThat(placement.instances()).extracting(Instance::interfaceName).containsExactly("vrrp.51", "vrrp6.51", "vrrp1.51");
	}

	@Test
	void aHardwareAddressMayBeWritten() {
		assertThat(place(instance("A").vmac(new Vmac("web", "02:0A:BB:CC:dd:ee", false))).vmacs().getFirst().hardwareAddress()).isEqualTo(new MacAddress(0x020a_bbcc_ddeeL));
	}

	@Test
	void anAddressMayHaveAVmacOfItsOwnDevice() {
		Placement placement = place(instance("A").virtualAddresses(List.of(VirtualAddress.of("10.0.0.100/24"), on("eth1", "10.1.0.100/24", true))));
		assertThat(devices(placement.instances().getFirst())).containsExactly("eth0", "vrrp.51");
		assertThat(placement.vmacs()).singleElement().satisfies(vmac -> {
			assertThat(vmac.base()).isEqualTo("eth1");
			assertThat(vmac.sends()).isFalse();
		});
	}

	@Test
	void aLongPrefixLeavesRoomForTheNumber() {
		assertThat(VmacInterface.name("averylongprefix", 6, 251)).isEqualTo("averylongp6.251");
	}
}
