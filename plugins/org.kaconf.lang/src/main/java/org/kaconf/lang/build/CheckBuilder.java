package org.kaconf.lang.build;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import org.kaconf.lang.kaconf.Block;
import org.kaconf.model.CheckSpec;
import org.kaconf.model.Origin;
import org.kaconf.model.Origins;

/** {@code check KIND SUBJECT { ... }}: what a generated script looks at. */
final class CheckBuilder {
	private static final Map<String, BiFunction<String, CheckBuilder, Optional<CheckSpec>>> KINDS = Map.of(
			"process", (name, c) -> Optional.of(new CheckSpec.Process(name, c.restart, c.settle, c.onFailure)),
			"http", (url, c) -> Optional.of(new CheckSpec.Http(url, c.status.isEmpty() ? List.of(200) : List.copyOf(c.status), c.body, c.connectTimeout, c.timeout, c.attempts, List.copyOf(c.headers))),
			"tcp", (target, c) -> c.tcp(target),
			"systemd", (unit, c) -> Optional.of(new CheckSpec.Systemd(unit)),
			"file", (path, c) -> Optional.of(new CheckSpec.File(path, c.maxAge)),
			"command", (line, c) -> Optional.of(new CheckSpec.ShellCommand(line, c.timeout, c.attempts)));

	private String restart;
	private Duration settle = Duration.ofSeconds(2);
	private CheckSpec.OnFailure onFailure = CheckSpec.OnFailure.EXIT;
	private final List<Integer> status = new ArrayList<>();
	private String body;
	private final List<String> headers = new ArrayList<>();
	private Duration connectTimeout = Duration.ofSeconds(3);
	private Duration timeout = Duration.ofSeconds(3);
	private int attempts = 1;
	private Duration maxAge;

	private CheckBuilder() {
	}

	private static BlockReader<CheckBuilder> reader(String kind) {
		return new BlockReader<CheckBuilder>("check/" + kind)
				.on("restart", (c, line) -> line.word(0).ifPresent(v -> c.restart = v))
				.on("settle", (c, line) -> line.seconds(0).ifPresent(v -> c.settle = v))
				.on("on_failure", (c, line) -> line.word(0).ifPresent(v -> c.onFailure = v.equals("stop_keepalived") ? CheckSpec.OnFailure.STOP_KEEPALIVED : CheckSpec.OnFailure.EXIT))
				.on("status", (c, line) -> {
					for (int i = 0; line.has(i); i++) {
						line.integer(i).ifPresent(c.status::add);
					}
				})
				.on("body", (c, line) -> line.word(0).ifPresent(v -> c.body = v))
				.on("header", (c, line) -> line.word(0).ifPresent(c.headers::add))
				.on("connect_timeout", (c, line) -> line.seconds(0).ifPresent(v -> c.connectTimeout = v))
				.on("timeout", (c, line) -> line.seconds(0).ifPresent(v -> c.timeout = v))
				.on("attempts", (c, line) -> line.integer(0).ifPresent(v -> c.attempts = v))
				.on("max_age", (c, line) -> line.seconds(0).ifPresent(v -> c.maxAge = v));
	}

	/** The check of a line; empty when its kind is unknown or it says not what to look at. */
	static Optional<CheckSpec> build(Line line, Block block, Context context) {
		BiFunction<String, CheckBuilder, Optional<CheckSpec>> kind = KINDS.get(line.raw(0));
		if (kind == null || line.raw(1).isEmpty()) {
			return Optional.empty();
		}
		CheckBuilder builder = new CheckBuilder();
		reader(line.raw(0)).read(block, builder, Origins.at(Origin.NONE), context);
		return kind.apply(line.raw(1), builder);
	}

	private Optional<CheckSpec> tcp(String target) {
		int colon = target.lastIndexOf(':');
		Optional<Integer> port = colon <= 0 ? Optional.empty() : Numbers.parse(target.substring(colon + 1)).map(Numbers::toInt).filter(p -> p > 0 && p < 65_536);
		String host = colon <= 0 ? "" : target.substring(0, colon);
		if (host.startsWith("[") && host.endsWith("]")) {
			host = host.substring(1, host.length() - 1);
		}
		String plain = host;
		return port.map(p -> new CheckSpec.Tcp(plain, p, timeout, attempts));
	}
}
