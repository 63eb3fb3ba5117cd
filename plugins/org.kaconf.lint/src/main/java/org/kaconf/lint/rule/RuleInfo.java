package org.kaconf.lint.rule;

import java.util.Objects;
import java.util.Set;

import org.kaconf.lint.Severity;
import org.kaconf.model.KeepalivedVersion;

/**
 * What there is to say about a rule. The pages in docs/rules, the explanations in the editor and the tests of the examples are
 * all made from it.
 *
 * @param id {@code KA1203}; never given to another rule
 * @param name the id in words, {@code value-out-of-range}
 * @param versions the keepalived versions it holds for
 * @param what what it reports, one or more sentences
 * @param why what happens if one leaves it so
 * @param bad an example it speaks about, at the marks
 * @param good the same example put right; no rule says anything about it
 * @param fix how to put it right
 * @param keepalived what the daemon itself says of the bad example
 * @param accompanied ids of other rules that speak about the bad example too, as one mistake leads to another
 */
public record RuleInfo(String id, String name, RuleGroup group, Severity severity, VersionRange versions, String what, String why,
		Example bad, Example good, String fix, FixSafety fixSafety, Verdict keepalived,
		Set<String> accompanied) {
	public RuleInfo {
		accompanied = Set.copyOf(accompanied);
		Objects.requireNonNull(what, id + " does not say what it does");
		Objects.requireNonNull(why, id + " does not say why it matters");
		Objects.requireNonNull(bad, id + " has no bad example");
		Objects.requireNonNull(good, id + " has no good example");
		Objects.requireNonNull(fix, id + " does not say how to put it right");
	}

	/** {@code KA1203 value-out-of-range}. */
	@Override
	public String toString() {
		return id + " " + name;
	}

	/** Name of its page in docs/rules. */
	public String page() {
		return id + "-" + name + ".md";
	}

	public static Builder of(String id, String name, RuleGroup group, Severity severity) {
		return new Builder(id, name, group, severity);
	}

	/** Collects what there is to say; versions, fix safety and verdict have defaults. */
	public static final class Builder {
		private final String id;
		private final String name;
		private final RuleGroup group;
		private final Severity severity;
		private VersionRange versions = VersionRange.ALL;
		private String what;
		private String why;
		private Example bad;
		private Example good;
		private String fix;
		private FixSafety fixSafety = FixSafety.NONE;
		private Verdict keepalived = Verdict.NONE;
		private Set<String> accompanied = Set.of();

		private Builder(String id, String name, RuleGroup group, Severity severity) {
			this.id = id;
			this.name = name;
			this.group = group;
			this.severity = severity;
		}

		public Builder since(String version) {
			versions = new VersionRange(KeepalivedVersion.parse(version).orElseThrow(), versions.before());
			return this;
		}

		public Builder before(String version) {
			versions = new VersionRange(versions.since(), KeepalivedVersion.parse(version).orElseThrow());
			return this;
		}

		public Builder what(String text) {
			what = text;
			return this;
		}

		public Builder why(String text) {
			why = text;
			return this;
		}

		/** @param marked a configuration with marks, see {@link Example} */
		public Builder bad(String marked) {
			return bad(Example.of(marked));
		}

		public Builder bad(Example example) {
			bad = example;
			return this;
		}

		public Builder good(String text) {
			return good(Example.of(text));
		}

		public Builder good(Example example) {
			good = example;
			return this;
		}

		/** How to put it right by hand. */
		public Builder fix(String text) {
			fix = text;
			return this;
		}

		/** How to put it right, which the rule can also do itself. */
		public Builder fix(String text, FixSafety safety) {
			fixSafety = safety;
			return fix(text);
		}

		public Builder keepalived(Verdict verdict) {
			keepalived = verdict;
			return this;
		}

		/** Other rules that speak about the bad example too. */
		public Builder accompaniedBy(String... ids) {
			accompanied = Set.of(ids);
			return this;
		}

		public RuleInfo build() {
			return new RuleInfo(id, name, group, severity, versions, what, why, bad, good, fix, fixSafety, keepalived, accompanied);
		}
	}
}
