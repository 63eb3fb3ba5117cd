package org.kaconf.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Node;

/** What the services say of a text does not depend on how it came about: after each character typed and each taken away it is what services say that see it for the first time. */
class TypingTest {
	private final IdeServices services = IdeServices.create();
	/** Forget each text before they see the next. */
	private IdeServices others = IdeServices.create();

	/** All that is said of a text. */
	private record Said(List<Token> tokens, List<FoldingRange> folding, List<Diagnostic> diagnostics, List<Node> models) {
		static Said of(Snapshot snapshot, IdeServices services) {
			return new Said(services.tokens(snapshot), services.folding(snapshot), services.diagnostics(snapshot), snapshot.view().models());
		}
	}

	@Test
	void typing() {
		for (int length = 0; length <= Scenario.CLUSTER.length(); length++) {
			check(Scenario.CLUSTER.substring(0, length), length);
		}
	}

	@Test
	void deletingEachAndTypingItAgain() {
		Said whole = Said.of(services.snapshot(Marked.FILE, Scenario.CLUSTER), services);
		for (int at = 0; at < Scenario.CLUSTER.length(); at++) {
			check(Scenario.CLUSTER.substring(0, at) + Scenario.CLUSTER.substring(at + 1), at);
			Snapshot again = services.snapshot(Marked.FILE, Scenario.CLUSTER);
			if (isStartOfLine(at)) {
				assertThat(Said.of(again, services)).as("typed again at " + at).isEqualTo(whole);
			}
		}
	}

	/** A linter remembers proofs, so for each line there is a new one. */
	private void check(String text, int cursor) {
		if (isStartOfLine(cursor)) {
			others = IdeServices.create();
		}
		Said edited = Said.of(services.snapshot(Marked.FILE, text), services);
		Said fresh = Said.of(others.snapshot(Marked.FILE, text), others);
		assertThat(edited).as(text).isEqualTo(fresh);
		others.closed(Marked.FILE);
	}

	private static boolean isStartOfLine(int offset) {
		return offset == 0 || Scenario.CLUSTER.charAt(offset - 1) == '\n';
	}
}
