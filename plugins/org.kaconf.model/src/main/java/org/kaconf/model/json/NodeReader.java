package org.kaconf.model.json;

import java.time.Duration;
import org.kaconf.model.AddressOptions;
import org.kaconf.model.Authentication;
import org.kaconf.model.Command;
import org.kaconf.model.Extensions;
import org.kaconf.model.Family;
import org.kaconf.model.GratuitousArp;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;
import org.kaconf.model.InterfaceOptions;
import org.kaconf.model.InterfaceSettings;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.Ipvlan;
import org.kaconf.model.Node;
import org.kaconf.model.NodeAddress;
import org.kaconf.model.Notify;
import org.kaconf.model.Origins;
import org.kaconf.model.SyncGroup;
import org.kaconf.model.TrackGroup;
import org.kaconf.model.UnicastOptions;
import org.kaconf.model.UnicastPeer;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.Vmac;
import org.kaconf.model.VrrpVersion;

/** Makes each record from the members named as its components are. A component that the model gains is missing here at compile time. */
final class NodeReader {
	private NodeReader() {
	}

	static Node node(JsonMembers in) {
		return new Node(in.text("name"), in.objects("addresses", NodeReader::nodeAddress), GlobalsReader.globals(in.object("globals")),
				in.objects("scripts", TrackerReader::script), in.objects("processes", TrackerReader::process),
				in.objects("files", TrackerReader::file), in.objects("bfdSessions", TrackerReader::bfdSession),
				in.objects("instances", NodeReader::instance), in.objects("syncGroups", NodeReader::syncGroup),
				in.objects("staticAddresses", NodeReader::virtualAddress), in.objects("staticRoutes", RouteReader::route),
				in.objects("staticRules", RouteReader::rule), in.objects("trackGroups", NodeReader::trackGroup),
				in.objects("interfaces", NodeReader::interfaceSettings), in.texts("unread"), Origins.NONE);
	}

	private static NodeAddress nodeAddress(JsonMembers in) {
		return new NodeAddress(in.required("prefix", prefix(in, "prefix")), in.textOrNull("device"), Origins.NONE);
	}

	static Command command(JsonMembers in) {
		return new Command(in.texts("words"), in.textOrNull("user"), in.textOrNull("group"));
	}

	private static Instance instance(JsonMembers in) {
		return new Instance(in.text("name"), in.one("initialState", InitialState::valueOf), in.textOrNull("interfaceName"),
				in.number("virtualRouterId"), in.number("priority"), in.one("version", VrrpVersion::valueOf), in.one("family", Family::valueOf),
				duration(in, "advertInterval"), authentication(in.object("authentication")), address(in, "sourceAddress"),
				address(in, "multicastGroup"), in.objects("unicastPeers", NodeReader::unicastPeer), unicastOptions(in.object("unicastOptions")),
				in.flag("preempt"), duration(in, "preemptDelay"), in.flag("strict"), in.flag("accept"), in.flag("skipAddressCheck"),
				in.flag("lowerPriorityNoAdvert"), in.flag("higherPrioritySendAdvert"), in.number("downTimerAdverts"),
				gratuitousArp(in.object("garp")), extensions(in.object("extensions")), in.objects("virtualAddresses", NodeReader::virtualAddress),
				in.objects("excludedAddresses", NodeReader::virtualAddress), in.objects("routes", RouteReader::route),
				in.objects("rules", RouteReader::rule), in.readOrNull("vmac", NodeReader::vmac), in.readOrNull("ipvlan", NodeReader::ipvlan),
				interfaceOptions(in.object("interfaceOptions")), TrackerReader.tracking(in.object("tracking")),
				notifyScripts(in.object("notifyScripts")), in.flag("smtpAlert"), in.flag("notifyPriorityChanges"), in.textOrNull("syncGroup"),
				Origins.NONE);
	}

	private static Authentication authentication(JsonMembers in) {
		return new Authentication(in.one("type", Authentication.Type::valueOf), in.text("password"));
	}

	private static UnicastPeer unicastPeer(JsonMembers in) {
		return new UnicastPeer(in.required("address", address(in, "address")), in.numberOrNull("minTtl"), in.numberOrNull("maxTtl"),
				Origins.NONE);
	}

	private static UnicastOptions unicastOptions(JsonMembers in) {
		return new UnicastOptions(in.numberOrNull("ttl"), in.flag("checkSource"), in.flag("faultWithoutPeers"),
				in.one("checksum", UnicastOptions.Checksum::valueOf));
	}

	private static GratuitousArp gratuitousArp(JsonMembers in) {
		return new GratuitousArp(duration(in, "masterDelay"), in.number("masterRepeat"), duration(in, "masterRefresh"),
				in.number("masterRefreshRepeat"), duration(in, "lowerPriorityDelay"), in.number("lowerPriorityRepeat"), duration(in, "interval"),
				duration(in, "neighbourInterval"), in.number("pacingGroup"), duration(in, "extraInterval"), in.flag("extraOnAll"));
	}

	private static Extensions extensions(JsonMembers in) {
		return new Extensions(in.flag("checksumAsV2"), in.numberOrNull("expiredBackupPriority"), in.flag("ownerIgnoresAdverts"));
	}

	private static VirtualAddress virtualAddress(JsonMembers in) {
		return new VirtualAddress(in.required("prefix", prefix(in, "prefix")), in.textOrNull("device"), in.textOrNull("scope"), in.textOrNull("label"),
				in.textOrNull("broadcast"), prefix(in, "peer"), addressOptions(in.object("options")), Origins.NONE);
	}

	private static AddressOptions addressOptions(JsonMembers in) {
		return new AddressOptions(in.flag("homeAddress"), in.flag("duplicateDetection"), in.flag("manageTemporary"), in.flag("noPrefixRoute"),
				in.flag("autoJoin"), in.bigNumberOrNull("preferredLifetime"), in.flag("vmac"), in.flag("tracked"), in.textOrNull("trackGroup"));
	}

	private static Vmac vmac(JsonMembers in) {
		return new Vmac(in.textOrNull("interfaceName"), in.textOrNull("mac"), in.flag("transmitOnBase"));
	}

	private static Ipvlan ipvlan(JsonMembers in) {
		return new Ipvlan(in.textOrNull("interfaceName"), in.one("mode", Ipvlan.Mode::valueOf), prefix(in, "address"));
	}

	private static InterfaceOptions interfaceOptions(JsonMembers in) {
		return new InterfaceOptions(in.textOrNull("vrf"), in.flag("trackPrimary"), in.flag("trackSource"), in.flag("pollLink"),
				in.flag("promoteSecondaries"), in.bigNumberOrNull("receiveBuffer"));
	}

	private static Notify notifyScripts(JsonMembers in) {
		return new Notify(in.readOrNull("master", NodeReader::command), in.readOrNull("backup", NodeReader::command),
				in.readOrNull("fault", NodeReader::command), in.readOrNull("stop", NodeReader::command),
				in.readOrNull("deleted", NodeReader::command), in.readOrNull("masterRxLowerPriority", NodeReader::command),
				in.readOrNull("any", NodeReader::command), in.flag("namesDeleted"));
	}

	private static SyncGroup syncGroup(JsonMembers in) {
		return new SyncGroup(in.text("name"), in.texts("members"), notifyScripts(in.object("notifyScripts")),
				TrackerReader.tracking(in.object("tracking")), in.flag("trackingWeight"), in.flag("smtpAlert"), in.flag("notifyPriorityChanges"),
				Origins.NONE);
	}

	private static TrackGroup trackGroup(JsonMembers in) {
		return new TrackGroup(in.text("name"), in.texts("instances"), Origins.NONE);
	}

	private static InterfaceSettings interfaceSettings(JsonMembers in) {
		return new InterfaceSettings(in.text("name"), duration(in, "downDelay"), duration(in, "upDelay"),
				in.oneOrNull("linkbeat", InterfaceSettings.Linkbeat::valueOf), Origins.NONE);
	}

	static IpAddress address(JsonMembers in, String name) {
		return in.oneOrNull(name, IpAddress::of);
	}

	static IpPrefix prefix(JsonMembers in, String name) {
		return in.oneOrNull(name, IpPrefix::of);
	}

	static Duration duration(JsonMembers in, String name) {
		return in.one(name, Duration::parse);
	}
}
