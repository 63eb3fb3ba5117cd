package org.kaconf.lint;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.kaconf.lint.rule.Verdict;

/**
 * What keepalived and Kaconf say of one configuration.
 *
 * @param missed messages of keepalived about the text at whose line Kaconf says nothing
 * @param unconfirmed errors of Kaconf of which keepalived says nothing, though their rule claims that it does
 */
record Verdicts(List<RealKeepalived.Message> theirs, List<Diagnostic> ours, List<RealKeepalived.Message> missed, List<Diagnostic> unconfirmed) {
	/** About the machine: interfaces, scripts, users, files it does not have, and its kernel. */
	private static final Pattern ABOUT_THE_HOST = Pattern.compile("Disabling track script|Unable to access script|Unable to set default user|Error setting global script|doesn't exist|max_auto_priority"
			+ "|no firewall configured|NOTICE:|Non-existent interface|Unable to find|resolved by path|cannot be accessed|SECURITY VIOLATION|script security|interface .* not found|not found/accessible|Unable to open|Invalid user|Unable to set uid/gid|Invalid smtp server|iptables not supported|cpu_id|outside range \\[0, 1\\]");
	/** Continues another message, or follows from one about the same lines. */
	private static final Pattern ECHO = Pattern.compile("^Unknown keyword '}'$|^\\s*Please use|is invalid$|persistence_timeout invalid");
	/** Messages that name no line, or that of the end of the block, and the rules that say the same at the line it is about. */
	private static final List<Map.Entry<Pattern, List<String>>> SAID_ELSEWHERE = List.of(
			said("SECURITY VIOLATION", "KA6001"),
			said("nopreempt will not work|nopreempt is incompatible", "KA2008", "KA2014"),
			said("since own interface", "KA2009"),
			said("due to address owner|due to SYNC group", "KA2015"),
			said("preempt_delay is incompatible", "KA2019"),
			said("advertisement interval .* is out of range", "KA1209"),
			said("unicast_ttl without unicast peers|without any unicast peers", "KA2013", "KA1204"),
			said("No VIP specified", "KA2003", "KA1303", "KA2010"),
			said("are not of the same family", "KA2029"),
			said("zero port only valid", "KA2021"),
			said("both use VRID", "KA2004"),
			said("no forwarding method set|no scheduler set|no protocol set|has no real servers|no checker", "KA2021"),
			said("exceeds total weight|Address family of virtual server and|is duplicated|ports don't match", "KA2027"),
			said("State MASTER must match", "KA2020"),
			said("has only 1 virtual router", "KA2017", "KA1301"),
			said("empty .* block|has no members|has no entries|has no virtual router", "KA1109", "KA1106"),
			said("No script set|track script .* not found", "KA5001", "KA1201"),
			said("no neighbor address|name not specified|No file set|has no path|has no urls|No script path|track process .* not found", "KA1106"),
			said("has no track_file specified", "KA1301"),
			said("has no entries", "KA1203", "KA1204"),
			said("missing '}'s or extra", "KA1006", "KA1009", "KA1305"),
			said("Missing '\\{'|Extra '}'", "KA1007", "KA1107", "KA1008"));

	private static Map.Entry<Pattern, List<String>> said(String message, String... rules) {
		return Map.entry(Pattern.compile(message), List.of(rules));
	}

	/** @param theirs all messages */
	static Verdicts of(List<RealKeepalived.Message> theirs, List<Diagnostic> ours) {
		List<RealKeepalived.Message> ofText = theirs.stream().filter(message -> !ABOUT_THE_HOST.matcher(message.text()).find() && !ECHO.matcher(message.text()).find())
				.map(message -> new RealKeepalived.Message(null, message.line(), message.text())).distinct().toList();
		List<RealKeepalived.Message> missed = ofText.stream().filter(message -> ours.stream().noneMatch(diagnostic -> agree(diagnostic, message))).toList();
		Predicate<Diagnostic> confirmed = diagnostic -> theirs.stream().anyMatch(message -> agree(diagnostic, message));
		return new Verdicts(ofText, ours, missed, ours.stream().filter(Verdicts::claims).filter(confirmed.negate()).toList());
	}

	boolean agree() {
		return missed.isEmpty() && unconfirmed.isEmpty();
	}

	/** What only one of the two says, marked as in a {@link VerdictCase}. */
	List<String> differences() {
		return Stream.concat(missed.stream().map(message -> VerdictCase.ONLY_KEEPALIVED + message.text().strip()), unconfirmed.stream().map(diagnostic -> VerdictCase.ONLY_KACONF + diagnostic.rule()))
				.distinct().sorted().toList();
	}

	/** Whether an error is one that keepalived is said to report. */
	private static boolean claims(Diagnostic diagnostic) {
		Verdict.Answer answer = verdict(diagnostic).answer();
		return diagnostic.severity() == Severity.ERROR && (answer == Verdict.Answer.COMPLAINS || answer == Verdict.Answer.REFUSES);
	}

	private static Verdict verdict(Diagnostic diagnostic) {
		return RuleCatalog.find(diagnostic.rule()).orElseThrow().keepalived();
	}

	private static boolean agree(Diagnostic diagnostic, RealKeepalived.Message message) {
		boolean here = message.line() > 0 && message.line() >= diagnostic.origin().line() && message.line() <= diagnostic.origin().endLine();
		boolean same = message.line() == 0 && verdict(diagnostic).message() != null && message.text().contains(verdict(diagnostic).message());
		return here || same || SAID_ELSEWHERE.stream().anyMatch(entry -> entry.getKey().matcher(message.text()).find() && entry.getValue().contains(diagnostic.rule()));
	}
}
