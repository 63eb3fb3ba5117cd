package org.kaconf.lint.rule;

import java.util.EnumSet;
import java.util.Set;

import org.kaconf.lang.catalog.ValueProblem;
import org.kaconf.model.Origin;

/** A rule about one sort of mistake in the words behind a keyword. */
public abstract class ValueRule extends SiteRule {
	private final Set<ValueProblem.Kind> kinds;

	protected ValueRule(RuleInfo info, ValueProblem.Kind first, ValueProblem.Kind... more) {
		super(info, SiteIndex::withValueProblem);
		this.kinds = EnumSet.of(first, more);
	}

	@Override
	protected final void check(Site site, Subject subject, Findings findings) {
		for (ValueProblem problem : site.valueProblems()) {
			if (kinds.contains(problem.kind()) && concerns(site, problem)) {
				refine(report(findings, site, place(site, problem), message(site, problem)), site, problem);
			}
		}
	}

	/** Whether no more special rule speaks about it. */
	protected boolean concerns(Site site, ValueProblem problem) {
		int word = problem.wordIndex();
		return !Semicolons.endsWithOne(site, word) && !Variables.isIn(site, word) && !Quotes.concern(site, word) && !Continuations.endsWithOne(site, word);
	}

	protected Origin place(Site site, ValueProblem problem) {
		return site.wordOrigin(problem.wordIndex());
	}

	protected String message(Site site, ValueProblem problem) {
		String keyword = site.statement().getKeyword();
		if (keyword.equals("auth_pass") && problem.wordIndex() < site.words().size()) {
			return "auth_pass takes one word; put a password with blanks in quotes";
		}
		return site.isEntry() || problem.message().contains(keyword) ? problem.message() : keyword + ": " + problem.message();
	}

	/** Adds a fix or another severity. */
	protected void refine(Finding finding, Site site, ValueProblem problem) {
		// Most of these need a person to decide.
	}
}
