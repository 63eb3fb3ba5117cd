package org.kaconf.lint.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.kaconf.model.Origin;

/**
 * A rule that all members of a virtual router have the same value of something. The value most of them have is taken for the right
 * one, that of the first node when there is no majority; whoever differs is reported, with a look at the other side.
 * A member whose value cannot be used is left out, as that is reported already.
 *
 * @param <T> the value; compared by equals
 */
public abstract class AgreementRule<T> extends RouterRule {
	private final String[] keywords;

	/** @param keywords the statements that set the value; the first that is written is the place reported */
	protected AgreementRule(RuleInfo info, String... keywords) {
		super(info);
		this.keywords = keywords;
	}

	@Override
	protected final void check(RouterGroup router, Subject subject, Findings findings) {
		if (!concerns(router, subject)) {
			return;
		}
		List<Member> members = router.members().stream().filter(member -> !subject.isUnclear(member, List.of(keywords))).toList();
		if (members.isEmpty()) {
			return;
		}
		Member reference = reference(members);
		T right = value(reference);
		for (Member member : members) {
			T value = value(member);
			if (!right.equals(value)) {
				Finding finding = findings.report(place(member, reference), message(member, reference)).on(member.node())
						.related(place(reference, member), reference.node().name() + " " + describe(reference));
				refine(finding, member, reference, subject);
			}
		}
	}

	private Member reference(List<Member> members) {
		Map<T, Integer> votes = new LinkedHashMap<>();
		members.forEach(member -> votes.merge(value(member), 1, Integer::sum));
		int most = votes.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
		return members.stream().filter(member -> votes.get(value(member)) == most).findFirst().orElseThrow();
	}

	/** Whether the members are to agree at all. */
	protected boolean concerns(RouterGroup router, Subject subject) {
		return true;
	}

	protected abstract T value(Member member);

	/** Where to look at a member that differs from another. */
	protected Origin place(Member member, Member other) {
		return member.origin(keywords);
	}

	/** What a member does, to follow its node's name: {@code uses VRID 51}. */
	protected abstract String describe(Member member);

	protected abstract String message(Member member, Member reference);

	/** Adds a fix or another severity. */
	protected void refine(Finding finding, Member member, Member reference, Subject subject) {
		// Most rules have nothing to add.
	}
}
