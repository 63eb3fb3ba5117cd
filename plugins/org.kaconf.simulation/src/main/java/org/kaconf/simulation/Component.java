package org.kaconf.simulation;

import java.util.List;
import org.kaconf.model.Node;

/**
 * Instances that depend on each other: they form a virtual router, or virtual routers that sync groups tie together.
 *
 * @param routers for each virtual router the places of its participants
 */
record Component(List<Participant> participants, List<List<Integer>> routers) {
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
}
