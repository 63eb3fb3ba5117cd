package org.kaconf.model.json;

import static org.kaconf.model.json.NodeReader.duration;

import org.kaconf.model.BfdSession;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Origins;
import org.kaconf.model.Script;
import org.kaconf.model.TrackFile;
import org.kaconf.model.TrackProcess;
import org.kaconf.model.TrackedBfd;
import org.kaconf.model.TrackedFile;
import org.kaconf.model.TrackedInterface;
import org.kaconf.model.TrackedProcess;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.Tracking;

/** What is tracked, and by whom with which weight. */
final class TrackerReader {
	private TrackerReader() {
	}

	static Script script(JsonMembers in) {
		return new Script(in.text("name"), in.readOrNull("command", NodeReader::command), null, duration(in, "interval"), duration(in, "timeout"),
				in.number("rise"), in.number("fall"), in.number("weight"), in.flag("reverse"), in.flag("initFail"), Origins.NONE);
	}

	static TrackProcess process(JsonMembers in) {
		return new TrackProcess(in.text("name"), in.text("program"), in.texts("parameters"), in.one("match", TrackProcess.Match::valueOf),
				in.flag("fullCommand"), in.number("weight"), in.flag("reverse"), in.number("quorum"), in.numberOrNull("quorumMax"),
				duration(in, "forkDelay"), duration(in, "terminateDelay"), Origins.NONE);
	}

	static TrackFile file(JsonMembers in) {
		return new TrackFile(in.text("name"), in.text("path"), in.number("weight"), in.flag("reverse"), in.numberOrNull("initialValue"),
				in.flag("overwrite"), Origins.NONE);
	}

	static BfdSession bfdSession(JsonMembers in) {
		return new BfdSession(in.text("name"), in.one("neighbour", IpAddress::of), NodeReader.address(in, "source"), duration(in, "minReceive"),
				duration(in, "minTransmit"), duration(in, "idleTransmit"), in.number("multiplier"), in.flag("passive"), in.number("ttl"),
				in.number("maxHops"), in.flag("multihop"), in.number("weight"), in.flag("reverse"), in.flag("vrrp"), Origins.NONE);
	}

	static Tracking tracking(JsonMembers in) {
		return new Tracking(in.objects("scripts", TrackerReader::trackedScript), in.objects("interfaces", TrackerReader::trackedInterface),
				in.objects("processes", TrackerReader::trackedProcess), in.objects("files", TrackerReader::trackedFile),
				in.objects("bfds", TrackerReader::trackedBfd));
	}

	private static TrackedScript trackedScript(JsonMembers in) {
		return new TrackedScript(in.text("script"), in.number("weight"), in.flag("reverse"), Origins.NONE);
	}

	private static TrackedInterface trackedInterface(JsonMembers in) {
		return new TrackedInterface(in.text("name"), in.number("weight"), in.flag("reverse"), Origins.NONE);
	}

	private static TrackedProcess trackedProcess(JsonMembers in) {
		return new TrackedProcess(in.text("process"), in.number("weight"), in.flag("reverse"), Origins.NONE);
	}

	private static TrackedFile trackedFile(JsonMembers in) {
		return new TrackedFile(in.text("file"), in.number("weight"), in.flag("reverse"), Origins.NONE);
	}

	private static TrackedBfd trackedBfd(JsonMembers in) {
		return new TrackedBfd(in.text("session"), in.number("weight"), in.flag("reverse"), Origins.NONE);
	}
}
