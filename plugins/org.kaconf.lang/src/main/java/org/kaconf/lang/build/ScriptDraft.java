package org.kaconf.lang.build;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.kaconf.lang.Regions;
import org.kaconf.lang.kaconf.VrrpScript;
import org.kaconf.model.CheckSpec;
import org.kaconf.model.Command;
import org.kaconf.model.Origins;
import org.kaconf.model.Script;

/** A {@code vrrp_script} while it is read. */
final class ScriptDraft {
	private static final Duration SECOND = Duration.ofSeconds(1);
	private static final int GREATEST_WEIGHT = 253;

	private Command command;
	private CheckSpec check;
	private Duration interval = SECOND;
	private Duration timeout;
	private int rise = 1;
	private int fall = 1;
	private int weight;
	private boolean reverse;
	private boolean initFail;
	private String user;
	private String group;

	private static BlockReader<ScriptDraft> reader(Context context) {
		return new BlockReader<ScriptDraft>("vrrp_script")
				.on("script", (s, line) -> line.command().ifPresent(v -> s.command = new Command(v.words(), null, null)))
				.on("check", (s, line) -> CheckBuilder.build(line, line.statement().getBlock(), context).ifPresent(v -> s.check = v))
				.on("interval", (s, line) -> line.seconds(0).ifPresent(v -> s.interval = v.isZero() ? SECOND : v))
				.on("timeout", (s, line) -> line.seconds(0).ifPresent(v -> s.timeout = v.isZero() ? SECOND : v))
				.on("rise", (s, line) -> line.integer(0).ifPresent(v -> s.rise = Math.max(1, v)))
				.on("fall", (s, line) -> line.integer(0).ifPresent(v -> s.fall = Math.max(1, v)))
				.on("weight", ScriptDraft::setWeight)
				.on("user", (s, line) -> line.word(0).ifPresent(v -> {
					s.user = v;
					s.group = line.word(1).orElse(null);
				}))
				.on("init_fail", (s, line) -> s.initFail = true);
	}

	/** keepalived complains about a weight that is out of range and stores it all the same; it can never count for more than the greatest. */
	private static void setWeight(ScriptDraft script, Line line) {
		if (line.word(0).isPresent() || line.isOutOfRange(0)) {
			Numbers.parse(line.raw(0)).map(Numbers::toInt).ifPresent(v -> script.weight = Math.clamp(v, -GREATEST_WEIGHT, GREATEST_WEIGHT));
		}
		script.reverse = line.words().stream().skip(1).anyMatch("reverse"::equals);
	}

	/** A script; empty when it has no name or nothing to run, which keepalived removes. */
	static Optional<Script> build(VrrpScript statement, Context context) {
		ScriptDraft draft = new ScriptDraft();
		Origins.Builder origins = Origins.at(context.places().of(Regions.head(statement)));
		reader(context).read(statement.getBlock(), draft, origins, context);
		if (statement.getName() == null || draft.command == null && draft.check == null) {
			return Optional.empty();
		}
		Command command = new Command(draft.check == null ? draft.command.words() : List.of(statement.getName()), draft.user, draft.group);
		return Optional.of(new Script(statement.getName(), command, draft.check, draft.interval, draft.effectiveTimeout(),
				draft.rise, draft.fall, draft.weight, draft.reverse, draft.initFail, origins.build()));
	}

	/** keepalived takes the interval; a check that may wait longer, as for a process to start, gets the time it needs. */
	private Duration effectiveTimeout() {
		if (timeout != null) {
			return timeout;
		}
		return check != null && check.neededTimeout().compareTo(interval) > 0 ? check.neededTimeout() : interval;
	}
}
