package org.kaconf.ide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the services say of a text does not depend on how it came about: after each character typed and each taken away it is what fresh services say. */
class TypingTest {
	private final IdeServices services = IdeServices.create();

	@Test
	void typing() {
		for (int length = 0; length <= Scenario.CLUSTER.length(); length++) {
			check(Scenario.CLUSTER.substring(0, length));
		}
	}

	@Test
	void deletingEachAndTypingItAgain() {
		Snapshot whole = check(Scenario.CLUSTER);
		for (int at = 0; at < Scenario.CLUSTER.length(); at++) {
			check(Scenario.CLUSTER.substring(0, at) + Scenario.CLUSTER.substring(at + 1));
			Snapshot again = services.snapshot(Marked.FILE, Scenario.CLUSTER);
			assertThat(services.diagnostics(again)).as("typed again at " + at).isEqualTo(services.diagnostics(whole));
		}
	}

	private Snapshot check(String text) {
		Snapshot edited = services.snapshot(Marked.FILE, text);
		IdeServices others = IdeServices.create();
		Snapshot fresh = others.snapshot(Marked.FILE, text);
		assertThat(services.tokens(edited)).isEqualTo(others.tokens(fresh));
		assertThat(services.folding(edited)).isEqualTo(others.folding(fresh));
		assertThat(services.diagnostics(edited)).as(text).isEqualTo(others.diagnostics(fresh));
		assertThat(edited.view().models()).isEqualTo(fresh.view().models());
		return edited;
	}
}
