package org.kaconf.simulation;

import java.util.List;
import java.util.stream.Stream;
import org.kaconf.model.Node;
import org.kaconf.model.Script;
import org.kaconf.model.TrackedScript;
import org.kaconf.vrrp.machine.Tracked;
import org.kaconf.vrrp.machine.Tracker;
import org.kaconf.vrrp.machine.VirtualRouter;

/**
 * Instances that depend on each other: they form a virtual router, or virtual routers that sync groups tie together.
 *
 * @param routers for each virtual router the places of its participants
 * @param hearers for each participant the places of those that get its adverts
 * @param dropsOtherAddresses whether the keepalived of this cluster drops adverts with other virtual addresses
 */
record Component(List<Participant> participants, List<List<Integer>> routers, List<List<Integer>> hearers, boolean dropsOtherAddresses) {
	/** The router of a participant before the daemon starts. */
	VirtualRouter unstarted(int participant) {
		Participant who = participants.get(participant);
		return VirtualRouter.of(who.instance(), who.address(), dropsOtherAddresses);
	}

	List<Node> nodes() {
		return participants.stream().map(Participant::node).distinct().toList();
	}

	/** The virtual router that a participant belongs to. */
	int routerOf(int participant) {
		for (int router = 0; router < routers.size(); router++) {
			if (routers.get(router).contains(participant)) {
				return router;
			}
		}
		throw new IllegalArgumentException("no participant " + participant);
	}

	/** The nodes of a virtual router, in the order of the cluster. */
	List<Node> nodesOf(int router) {
		return routers.get(router).stream().map(p -> participants.get(p).node()).distinct().toList();
	}

	List<Participant> participantsOf(int router) {
		return routers.get(router).stream().map(participants::get).toList();
	}

	/** The scripts of a node that its participants track, in the order of their definition. */
	List<Script> trackedScripts(Node node) {
		return node.scripts().stream().filter(script -> !trackers(node, script).isEmpty()).toList();
	}

	/** Whether a script is tracked with reverse only: then it is well while it fails. */
	boolean isReversed(Node node, Script script) {
		return trackers(node, script).stream().allMatch(TrackedScript::reverse);
	}

	/** The processes, files and BFD sessions of a node that its participants track, each once. */
	List<Tracker> trackers(Node node) {
		return tracked(node).map(Tracked::tracker).filter(t -> t.kind() != Tracker.Kind.SCRIPT && t.kind() != Tracker.Kind.INTERFACE).distinct().toList();
	}

	/** Whether a thing is tracked with reverse only: then all is well while it is bad. */
	boolean isReversed(Node node, Tracker tracker) {
		return tracked(node).filter(t -> t.tracker().equals(tracker)).allMatch(Tracked::reverse);
	}

	private Stream<Tracked> tracked(Node node) {
		return participants.stream().filter(p -> p.node() == node).flatMap(p -> Tracked.of(p.instance()).stream());
	}

	private List<TrackedScript> trackers(Node node, Script script) {
		return participants.stream().filter(p -> p.node() == node).flatMap(p -> p.instance().trackedScripts().stream())
				.filter(t -> t.script().equals(script.name())).toList();
	}
}
