package org.kaconf.lint.rules.instance;

import java.util.List;

import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.TrackedEntry;

/**
 * What becomes of weights where a priority has to stay as it is: keepalived treats those of an address owner (KA2015) and those of a member
 * of a sync group (KA2016) by the same code.
 *
 * @param place where that is, as {@code in an instance of priority 255}
 * @param ofInterface what becomes of an interface there, as {@code such an interface does not count}
 * @param remedy what else to do than to give it no weight, as {@code use a lower priority}
 */
record IgnoredWeights(String place, String ofInterface, String remedy) {
	/** For the page of a rule: the versions that go further than all others. */
	static final String OTHER_VERSIONS = "keepalived 2.1.0 to 2.2.1 tracks no file and no BFD session at all in such an instance, and 2.1 no script.";
	/** The weight of a file when nobody writes any; keepalived does not tell it from one that is written. */
	private static final int WEIGHT_OF_FILES = 1;

	/** What the instance tracks with a weight. Of processes keepalived says nothing, and the own interface has no effect anywhere. */
	static List<TrackedEntry> of(Member member, Subject subject) {
		return TrackedEntry.of(member, subject, TrackedEntry.SCRIPTS, TrackedEntry.FILES, TrackedEntry.BFD_SESSIONS, TrackedEntry.INTERFACES).stream()
				.filter(tracked -> tracked.weight() != 0 && !tracked.isOwnInterface(member)).toList();
	}

	Finding report(TrackedEntry tracked, Member member, Findings findings) {
		return findings.report(tracked.site().wordOrigin(0), tracked.name() + effect(tracked) + remedy).on(member.node()).related(tracked.weightOrigin(), "weight of " + tracked.name());
	}

	private String effect(TrackedEntry tracked) {
		String ignored = " has a weight, and " + place + " ";
		return switch (tracked.site().context().id()) {
			case TrackedEntry.INTERFACES -> ignored + ofInterface + "; give it no weight or ";
			case TrackedEntry.BFD_SESSIONS -> ignored + "such a session does not count; give it no weight or ";
			case TrackedEntry.FILES -> (tracked.weight() == WEIGHT_OF_FILES ? " has the weight 1, which becomes 0 " + place + ", so that any other number than 0 is a fault"
					: ignored + "such a file does not count") + "; write weight 0 or ";
			default -> ignored + "such a script is not run; give it no weight or ";
		};
	}
}
