package org.kaconf.model.json;

import java.time.Duration;
import org.kaconf.model.Authentication;
import org.kaconf.model.Command;
import org.kaconf.model.Family;
import org.kaconf.model.Globals;
import org.kaconf.model.GratuitousArp;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.MailSettings;
import org.kaconf.model.Node;
import org.kaconf.model.NodeAddress;
import org.kaconf.model.Notify;
import org.kaconf.model.Origins;
import org.kaconf.model.Script;
import org.kaconf.model.SyncGroup;
import org.kaconf.model.TrackedInterface;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.UnicastPeer;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;

/** Makes each record from the members named as its components are. A component that the model gains is missing here at compile time. */
final class NodeReader {
	private NodeReader() {
	}

	static Node node(JsonMembers in) {
		return new Node(in.text("name"), in.objects("addresses", NodeReader::nodeAddress), globals(in.object("globals")),
				in.objects("scripts", NodeReader::script), in.objects("instances", NodeReader::instance),
				in.objects("syncGroups", NodeReader::syncGroup), Origins.NONE);
	}

	private static NodeAddress nodeAddress(JsonMembers in) {
		return new NodeAddress(in.required("prefix", prefix(in, "prefix")), in.textOrNull("device"), Origins.NONE);
	}

	private static Globals globals(JsonMembers in) {
		return new Globals(in.textOrNull("routerId"), in.flag("scriptSecurity"), in.textOrNull("scriptUser"), in.textOrNull("scriptGroup"),
				mail(in.object("mail")), Origins.NONE);
	}

	private static MailSettings mail(JsonMembers in) {
		return new MailSettings(in.texts("recipients"), in.textOrNull("from"), in.textOrNull("server"), in.number("port"),
				duration(in, "connectTimeout"));
	}

	private static Script script(JsonMembers in) {
		return new Script(in.text("name"), command(in.objectOrNull("command")), null, duration(in, "interval"), duration(in, "timeout"),
				in.number("rise"), in.number("fall"), in.number("weight"), in.flag("reverse"), in.flag("initFail"), Origins.NONE);
	}

	private static Command command(JsonMembers in) {
		return in == null ? null : new Command(in.texts("words"), in.textOrNull("user"), in.textOrNull("group"));
	}

	private static Instance instance(JsonMembers in) {
		return new Instance(in.text("name"), in.one("initialState", InitialState::valueOf), in.textOrNull("interfaceName"),
				in.number("virtualRouterId"), in.number("priority"), in.one("version", VrrpVersion::valueOf), in.one("family", Family::valueOf),
				duration(in, "advertInterval"), authentication(in.object("authentication")), address(in, "sourceAddress"),
				address(in, "multicastGroup"), in.objects("unicastPeers", NodeReader::unicastPeer), in.flag("preempt"),
				duration(in, "preemptDelay"), in.flag("strict"), in.flag("accept"), in.flag("lowerPriorityNoAdvert"),
				in.flag("higherPrioritySendAdvert"), in.number("downTimerAdverts"), gratuitousArp(in.object("garp")),
				in.objects("virtualAddresses", NodeReader::virtualAddress), in.objects("excludedAddresses", NodeReader::virtualAddress),
				in.objects("trackedScripts", NodeReader::trackedScript), in.objects("trackedInterfaces", NodeReader::trackedInterface),
				notifyScripts(in.object("notifyScripts")), in.textOrNull("syncGroup"), Origins.NONE);
	}

	private static Authentication authentication(JsonMembers in) {
		return new Authentication(in.one("type", Authentication.Type::valueOf), in.text("password"));
	}

	private static UnicastPeer unicastPeer(JsonMembers in) {
		return new UnicastPeer(in.required("address", address(in, "address")), in.numberOrNull("minTtl"), in.numberOrNull("maxTtl"),
				Origins.NONE);
	}

	private static GratuitousArp gratuitousArp(JsonMembers in) {
		return new GratuitousArp(duration(in, "masterDelay"), in.number("masterRepeat"), duration(in, "masterRefresh"),
				in.number("masterRefreshRepeat"), duration(in, "lowerPriorityDelay"), in.number("lowerPriorityRepeat"), duration(in, "interval"));
	}

	private static VirtualAddress virtualAddress(JsonMembers in) {
		return new VirtualAddress(in.required("prefix", prefix(in, "prefix")), in.textOrNull("device"), in.textOrNull("scope"), in.textOrNull("label"),
				in.textOrNull("broadcast"), prefix(in, "peer"), Origins.NONE);
	}

	private static TrackedScript trackedScript(JsonMembers in) {
		return new TrackedScript(in.text("script"), in.number("weight"), in.flag("reverse"), Origins.NONE);
	}

	private static TrackedInterface trackedInterface(JsonMembers in) {
		return new TrackedInterface(in.text("name"), in.number("weight"), in.flag("reverse"), Origins.NONE);
	}

	private static Notify notifyScripts(JsonMembers in) {
		return new Notify(command(in.objectOrNull("master")), command(in.objectOrNull("backup")),
				command(in.objectOrNull("fault")), command(in.objectOrNull("stop")), command(in.objectOrNull("any")));
	}

	private static SyncGroup syncGroup(JsonMembers in) {
		return new SyncGroup(in.text("name"), in.texts("members"), notifyScripts(in.object("notifyScripts")), Origins.NONE);
	}

	private static IpAddress address(JsonMembers in, String name) {
		return in.oneOrNull(name, IpAddress::of);
	}

	private static IpPrefix prefix(JsonMembers in, String name) {
		return in.oneOrNull(name, IpPrefix::of);
	}

	private static Duration duration(JsonMembers in, String name) {
		return in.one(name, Duration::parse);
	}
}
