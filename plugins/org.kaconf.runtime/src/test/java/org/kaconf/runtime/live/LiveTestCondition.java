package org.kaconf.runtime.live;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.kaconf.runtime.network.NamespaceNetwork;

/** Skips live tests where they cannot run, with the reason; in CI a missing thing is a failure of the test. */
final class LiveTestCondition implements ExecutionCondition {
	private static final Path KEEPALIVED = Path.of("/usr/sbin/keepalived");
	private static final Optional<String> OBSTACLE = NamespaceNetwork.obstacle()
			.or(() -> Files.isExecutable(KEEPALIVED) ? Optional.empty() : Optional.of("keepalived is missing; install the Debian package keepalived"));

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (OBSTACLE.isPresent() && !"true".equals(System.getenv("CI"))) {
			return ConditionEvaluationResult.disabled(OBSTACLE.get());
		}
		return ConditionEvaluationResult.enabled("network namespaces and keepalived are here");
	}
}
