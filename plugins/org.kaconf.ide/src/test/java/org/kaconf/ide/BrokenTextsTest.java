package org.kaconf.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as they are while somebody types: every service answers, and within the text. */
class BrokenTextsTest {
	private static final int STEP = 17;
	private final IdeServices services = IdeServices.create();

	@Test
	void everyPrefixOfTheScenario() {
		prefixes(Scenario.CLUSTER).forEach(this::askEverything);
	}

	@Test
	void everyPrefixOfAPlainFile() {
		prefixes(Scenario.plain("BACKUP", "172.29.88.225", 100)).forEach(this::askEverything);
	}

	@Test
	void theScenarioWithALineLeftOut() {
		String[] lines = Scenario.CLUSTER.split("(?<=\n)");
		for (int i = 0; i < lines.length; i += 5) {
			StringBuilder text = new StringBuilder(Scenario.CLUSTER);
			int start = IntStream.range(0, i).map(l -> lines[l].length()).sum();
			text.delete(start, start + lines[i].length());
			askEverything(text.toString());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "\n", "{", "}", "}}}{{{", "\"", "$", "${", "$=", "$A=", "$A=\\\n", "@", "@^", "@@ @", "~SEQ(", "~SEQ(A,1,2)", "#", "!", "a\0b",
			"vrrp_instance", "vrrp_instance {", "vrrp_instance {}", "vrrp_instance \"", "vrrp_instance A { state MASTER", "a {\r\n b\r\n", "include", "include \"x",
			"cluster { node { address", "cluster c { node n { } } cluster d { }", "\uFEFFglobal_defs {\n}", "vrrp_script s {\n script \"a 'b\n}"})
	void oddTexts(String text) {
		askEverything(text);
	}

	private static Stream<String> prefixes(String text) {
		return IntStream.iterate(0, i -> i < text.length(), i -> i + STEP).mapToObj(i -> text.substring(0, i));
	}

	private void askEverything(String text) {
		Snapshot snapshot = services.snapshot(Path.of("/home/ann/broken.kaconf"), text);
		assertThat(services.tokens(snapshot)).allMatch(t -> t.end() <= text.length());
		assertThat(services.folding(snapshot)).allMatch(f -> f.offset() + f.length() <= text.length());
		assertThat(services.outline(snapshot)).allMatch(s -> s.offset() + s.length() <= text.length());
		assertThat(services.diagnostics(snapshot)).allMatch(d -> d.offset() + d.length() <= text.length());
		for (int offset : new int[] {0, text.length() / 2, Math.max(0, text.length() - 1), text.length()}) {
			for (Proposal proposal : services.completion(snapshot, offset)) {
				assertThat(proposal.replaceOffset()).isLessThanOrEqualTo(offset);
				assertThat(proposal.replaceOffset() + proposal.replaceLength()).isBetween(offset, text.length());
			}
			services.hover(snapshot, offset).ifPresent(h -> assertThat(h.offset() + h.length()).isLessThanOrEqualTo(text.length()));
			assertThat(services.references(snapshot, offset)).containsAll(services.definition(snapshot, offset));
			assertThat(services.highlights(snapshot, offset)).allMatch(h -> h.offset() + h.length() <= text.length());
			assertThat(services.quickFixes(snapshot, offset, 0)).allMatch(f -> !f.edits().isEmpty());
		}
	}
}
