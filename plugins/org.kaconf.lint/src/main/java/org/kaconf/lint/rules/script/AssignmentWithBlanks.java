package org.kaconf.lint.rules.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kaconf.lang.SourceFile;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.Origin;

/** KA5006. */
public final class AssignmentWithBlanks extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA5006", "assignment-with-blanks", RuleGroup.SCRIPT, Severity.WARNING)
			.what("Reports 'name = value' in shell text: in sh -c, and in a script file of the same name that lies beside the configuration.")
			.why("With blanks around it the sign assigns nothing: the shell looks for a program called like the variable, fails, and goes on with"
					+ " the variable unset.")
			.bad("""
					global_defs {
					    enable_script_security
					    script_user root
					}

					vrrp_script chk_nginx {
					    script [["/bin/sh -c 'count = 0; test $count -eq 0'"]]
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    track_script {
					        chk_nginx
					    }
					}
					""")
			.good("""
					global_defs {
					    enable_script_security
					    script_user root
					}

					vrrp_script chk_nginx {
					    script "/bin/sh -c 'count=0; test $count -eq 0'"
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    track_script {
					        chk_nginx
					    }
					}
					""")
			.fix("Write name=value, without blanks.")
			.keepalived(Verdict.SILENT)
			.build();
	/** At the beginning of a command; the groups are the name and the value's first character. */
	private static final Pattern ASSIGNMENT = Pattern.compile("(?:^|[;&|({]|\\bdo\\b|\\bthen\\b|\\belse\\b)\\s*([A-Za-z_]\\w*)\\s+=\\s*([^=\\s])", Pattern.MULTILINE);
	private static final Pattern SHELL_COMMAND = Pattern.compile("^(?:\\S*/)?(?:sh|bash|dash|ash|ksh|zsh)\\s+-\\w*c\\s+(.*)$", Pattern.DOTALL);
	private static final Pattern SHELL_FILE = Pattern.compile("^#!\\s*\\S*(?:/|/env\\s+)(?:sh|bash|dash|ash|ksh|zsh)\\b");
	private static final long LARGEST_FILE = 256 << 10;

	public AssignmentWithBlanks() {
		super(INFO, index -> index.of("vrrp_script", "script"));
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		if (site.words().isEmpty()) {
			return;
		}
		String command = String.join(" ", site.words()).strip();
		Matcher shell = SHELL_COMMAND.matcher(command);
		if (shell.find()) {
			Matcher assignment = ASSIGNMENT.matcher(shell.group(1).replaceAll("^['\"]", ""));
			if (assignment.find()) {
				report(findings, site, site.wordsOrigin(0), message(assignment.group(1)));
			}
			return;
		}
		Origin place = site.wordOrigin(0);
		subject.analysis().file(place.file()).ifPresent(file -> checkFile(file, command.split("\\s+")[0], site, findings));
	}

	/** Only files of the project are looked at: what this machine happens to have at the path on the node says nothing. */
	private static void checkFile(SourceFile configuration, String program, Site site, Findings findings) {
		String name = program.substring(program.lastIndexOf('/') + 1);
		Optional<String> text = name.isEmpty() ? Optional.empty() : read(configuration.path().resolveSibling(name));
		if (text.isEmpty() || !SHELL_FILE.matcher(text.get()).find()) {
			return;
		}
		String shown = Path.of(configuration.displayPath()).resolveSibling(name).toString();
		List<String> lines = text.get().lines().toList();
		for (int i = 0; i < lines.size(); i++) {
			Matcher assignment = ASSIGNMENT.matcher(lines.get(i));
			if (assignment.find()) {
				Origin place = new Origin(shown, i + 1, assignment.start(1) + 1, i + 1, assignment.end(2) + 1);
				report(findings, site, place, message(assignment.group(1))).related(site.wordOrigin(0), "runs it");
			}
		}
	}

	private static Optional<String> read(Path script) {
		try {
			return Files.isRegularFile(script) && Files.size(script) <= LARGEST_FILE ? Optional.of(new String(Files.readAllBytes(script), StandardCharsets.ISO_8859_1))
					: Optional.empty();
		} catch (IOException unreadable) {
			return Optional.empty();
		}
	}

	private static String message(String variable) {
		return "the shell takes '" + variable + "' for a program here, not for a variable; write " + variable + "= without blanks";
	}
}
