package org.kaconf.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** The small language of the completion tests: a text with {@code |} as the cursor, and what is offered there. */
final class CompletionAssert {
	private final Marked marked;
	private final List<Proposal> proposals;
	private Proposal applied;

	private CompletionAssert(Marked marked) {
		this.marked = marked;
		IdeServices services = IdeServices.create();
		this.proposals = services.completion(marked.snapshot(services), marked.offset());
	}

	static CompletionAssert completions(String markedText) {
		return new CompletionAssert(Marked.of(markedText));
	}

	/** These labels are offered, in this order, among others. */
	CompletionAssert contains(String... labels) {
		assertThat(labels()).containsSubsequence(labels);
		return this;
	}

	CompletionAssert containsExactly(String... labels) {
		assertThat(labels()).containsExactly(labels);
		return this;
	}

	CompletionAssert doesNotContain(String... labels) {
		assertThat(labels()).doesNotContain(labels);
		return this;
	}

	CompletionAssert startsWith(String... labels) {
		assertThat(labels()).startsWith(labels);
		return this;
	}

	CompletionAssert isEmpty() {
		assertThat(proposals).isEmpty();
		return this;
	}

	CompletionAssert applying(String label) {
		applied = proposals.stream().filter(p -> p.label().equals(label)).findFirst()
				.orElseThrow(() -> new AssertionError("'" + label + "' is not offered, but " + labels()));
		return this;
	}

	/** The text after the proposal was taken, again with the cursor. */
	CompletionAssert yields(String expected) {
		assertThat(Marked.show(applied.applyTo(marked.text()), applied.replaceOffset() + applied.caret())).isEqualTo(expected);
		return this;
	}

	CompletionAssert is(Proposal.Kind kind) {
		assertThat(applied.kind()).isEqualTo(kind);
		return this;
	}

	CompletionAssert withDetail(String part) {
		assertThat(applied.detail()).contains(part);
		return this;
	}

	CompletionAssert withDocumentation(String part) {
		assertThat(applied.documentation()).contains(part);
		return this;
	}

	private List<String> labels() {
		return proposals.stream().map(Proposal::label).toList();
	}
}
