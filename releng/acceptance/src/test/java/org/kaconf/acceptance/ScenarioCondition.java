package org.kaconf.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.kaconf.runtime.network.NamespaceNetwork;

/** Skips the scenario where it cannot run, with the reason; in CI a missing thing is a failure. */
public final class ScenarioCondition implements ExecutionCondition {
	private static final List<String> PROGRAMS = List.of("/usr/sbin/keepalived", "/usr/sbin/nginx", "/usr/bin/curl", "/lib/systemd/systemd");

	private static final Optional<String> OBSTACLE = NamespaceNetwork.obstacle().or(ScenarioCondition::missingProgram);

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (OBSTACLE.isPresent() && !"true".equals(System.getenv("CI"))) {
			return ConditionEvaluationResult.disabled(OBSTACLE.get());
		}
		return ConditionEvaluationResult.enabled("network namespaces, keepalived, nginx, curl and systemd are here");
	}

	private static Optional<String> missingProgram() {
		return PROGRAMS.stream().filter(p -> !Files.isExecutable(Path.of(p))).findFirst().map(p -> p + " is missing; run releng/verify as root, which installs it");
	}
}
