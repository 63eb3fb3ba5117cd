package org.kaconf.model.json;

import static org.kaconf.model.json.NodeReader.duration;

import java.time.Duration;
import org.kaconf.model.AutomaticPriority;
import org.kaconf.model.Firewall;
import org.kaconf.model.Globals;
import org.kaconf.model.InterfacePolicy;
import org.kaconf.model.IptablesChains;
import org.kaconf.model.MailSettings;
import org.kaconf.model.NotifyFifo;
import org.kaconf.model.Origins;
import org.kaconf.model.ProcessSettings;
import org.kaconf.model.ReceiveBuffers;
import org.kaconf.model.TimedCommand;

/** What {@code global_defs} says. */
final class GlobalsReader {
	private GlobalsReader() {
	}

	static Globals globals(JsonMembers in) {
		return new Globals(in.textOrNull("routerId"), in.flag("scriptSecurity"), in.textOrNull("scriptUser"), in.textOrNull("scriptGroup"),
				mail(in.object("mail")), in.textOrNull("networkNamespace"), in.readOrNull("notifyFifo", GlobalsReader::fifo),
				in.readOrNull("vrrpFifo", GlobalsReader::fifo), in.flag("fifoStatesOnReload"), duration(in, "startupDelay"),
				in.readOrNull("startupScript", GlobalsReader::timedCommand), in.readOrNull("shutdownScript", GlobalsReader::timedCommand),
				in.flag("logUnknownVrids"), interfaces(in.object("interfaces")), receiveBuffers(in.object("receiveBuffers")),
				firewall(in.object("firewall")), process(in.object("process")), Origins.NONE);
	}

	private static MailSettings mail(JsonMembers in) {
		return new MailSettings(in.texts("recipients"), in.textOrNull("from"), in.textOrNull("server"), in.number("port"),
				duration(in, "connectTimeout"), in.textOrNull("heloName"), in.flag("faults"));
	}

	private static NotifyFifo fifo(JsonMembers in) {
		return new NotifyFifo(in.text("path"), in.textOrNull("user"), in.textOrNull("group"), in.readOrNull("script", NodeReader::command));
	}

	private static TimedCommand timedCommand(JsonMembers in) {
		return new TimedCommand(NodeReader.command(in.object("command")), duration(in, "timeout"));
	}

	private static InterfacePolicy interfaces(JsonMembers in) {
		return new InterfacePolicy(in.flag("dynamic"), in.flag("changesAllowed"), in.flag("noLocalIgmp"), in.text("defaultInterface"),
				in.text("vmacPrefix"), in.text("vmacAddressPrefix"));
	}

	private static ReceiveBuffers receiveBuffers(JsonMembers in) {
		return new ReceiveBuffers(in.oneOrNull("policy", ReceiveBuffers.Policy::valueOf), in.bigNumber("size"), in.number("multiplier"));
	}

	private static Firewall firewall(JsonMembers in) {
		return new Firewall(in.text("table"), in.number("chainPriority"), in.flag("byIndex"), in.flag("counters"),
				in.readOrNull("iptables", GlobalsReader::chains));
	}

	private static IptablesChains chains(JsonMembers in) {
		return new IptablesChains(in.text("input"), in.textOrNull("output"));
	}

	private static ProcessSettings process(JsonMembers in) {
		return new ProcessSettings(in.numberOrNull("nice"), in.flag("noSwap"), in.numberOrNull("realtimePriority"),
				in.oneOrNull("realtimeLimit", Duration::parse), in.texts("cpus").stream().map(Integer::valueOf).toList(), automaticPriority(in.object("automatic")));
	}

	private static AutomaticPriority automaticPriority(JsonMembers in) {
		return new AutomaticPriority(in.number("greatest"), duration(in, "lateness"));
	}
}
