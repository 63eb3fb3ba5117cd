package org.kaconf.generator.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.kaconf.model.CheckSpec;
import org.kaconf.model.Command;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;
import org.kaconf.model.Script;
import org.kaconf.model.VirtualAddress;

/** Elements of a cluster in the words of the report, without any Markdown. */
final class Words {
	private Words() {
	}

	/** {@code 2 s}, {@code 0.5 s}. */
	static String seconds(Duration duration) {
		return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
	}

	static String count(int number, String noun) {
		return number + " " + noun + (number == 1 ? "" : "s");
	}

	/** What an instance is on one node: {@code 101, starts as MASTER}. */
	static String role(Instance instance) {
		return instance.priority() + (instance.initialState() == InitialState.MASTER ? ", starts as MASTER" : "")
				+ (instance.preempt() ? "" : ", does not preempt");
	}

	static String address(VirtualAddress address) {
		return address.prefix() + (address.device() == null ? "" : " on " + address.device());
	}

	/** What a script does. */
	static String runs(Script script) {
		return script.check() == null ? command(script.command()) : check(script.check());
	}

	private static String command(Command command) {
		return String.join(" ", command.words()) + (command.user() == null ? "" : " as " + command.user());
	}

	private static String check(CheckSpec check) {
		return switch (check) {
			case CheckSpec.Process p -> "process " + p.name() + " runs"
					+ (p.restart() == null ? "" : "; else starts it by \"" + p.restart() + "\" and looks again after " + seconds(p.settle()))
					+ (p.onFailure() == CheckSpec.OnFailure.STOP_KEEPALIVED ? "; if it is still gone, stops the router" : "");
			case CheckSpec.Http h -> h.url() + " answers " + h.status().stream().map(String::valueOf).collect(Collectors.joining(" or "))
					+ (h.body() == null ? "" : " with \"" + h.body() + "\"") + tries(h.timeout(), h.attempts());
			case CheckSpec.Tcp t -> "a connection to " + t.host() + " port " + t.port() + " opens" + tries(t.timeout(), t.attempts());
			case CheckSpec.Systemd s -> "unit " + s.unit() + " is active";
			case CheckSpec.File f -> f.path() + " exists" + (f.maxAge() == null ? "" : " and was changed within " + seconds(f.maxAge()));
			case CheckSpec.ShellCommand c -> "\"" + c.commandLine() + "\" succeeds" + tries(c.timeout(), c.attempts());
		};
	}

	private static String tries(Duration timeout, int attempts) {
		return " within " + seconds(timeout) + (attempts == 1 ? "" : ", " + attempts + " attempts");
	}

	/** What failing does to the instances that track a script, as far as the script itself says. */
	static String effect(Script script) {
		return switch (Integer.signum(script.weight())) {
			case 0 -> "fault while it fails";
			case 1 -> "priority +" + script.weight() + " while it succeeds";
			default -> "priority " + script.weight() + " while it fails";
		};
	}

	/** Equal values once, different ones with a slash between. */
	static String distinct(List<String> values) {
		return values.stream().distinct().collect(Collectors.joining(" / "));
	}
}
