package org.kaconf.lang.build;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.kaconf.lang.Regions;
import org.kaconf.lang.kaconf.VrrpTrackProcess;
import org.kaconf.model.Origins;
import org.kaconf.model.TrackProcess;
import org.kaconf.model.TrackProcess.Match;

/** A {@code vrrp_track_process} while it is read. */
final class ProcessDraft {
	private static final BlockReader<ProcessDraft> READER = new BlockReader<ProcessDraft>("vrrp_track_process")
			.onEvery("process", ProcessDraft::setProgram)
			.on("param_match", (p, line) -> p.setMatch(line.has(0) ? line.raw(0) : null))
			.onEvery("weight", (p, line) -> {
				if (p.weight == 0 && line.word(0).isPresent()) {
					p.weight = line.integer(0).orElse(0);
					p.reverse |= line.words().size() > 1 && line.raw(1).equals("reverse");
				}
			})
			.on("quorum", (p, line) -> line.integer(0).filter(v -> p.quorumMax == null || v <= p.quorumMax).ifPresent(v -> p.quorum = v))
			.on("quorum_max", (p, line) -> line.integer(0).ifPresent(p::setQuorumMax))
			.on("delay", (p, line) -> line.seconds(0).ifPresent(v -> p.forkDelay = p.terminateDelay = v))
			.on("terminate_delay", (p, line) -> line.seconds(0).ifPresent(v -> p.terminateDelay = v))
			.on("fork_delay", (p, line) -> line.seconds(0).ifPresent(v -> p.forkDelay = v))
			.on("full_command", (p, line) -> p.fullCommand = true);

	private String program;
	private List<String> parameters = List.of();
	private Match match = Match.NONE;
	private boolean fullCommand;
	private int weight;
	private boolean reverse;
	private int quorum = 1;
	private Integer quorumMax;
	private Duration forkDelay = Duration.ZERO;
	private Duration terminateDelay = Duration.ZERO;

	private void setProgram(Line line) {
		if (program != null || !line.has(0)) {
			return;
		}
		program = line.raw(0);
		if (line.has(1)) {
			parameters = line.words().subList(1, line.words().size());
			match = match == Match.NONE ? Match.EXACT : match;
			fullCommand = true;
		}
	}

	private void setMatch(String word) {
		Match written = switch (word) {
			case null -> Match.EXACT;
			case "initial" -> Match.INITIAL;
			case "partial" -> Match.PARTIAL;
			default -> null;
		};
		if (written != null) {
			match = written;
			fullCommand = true;
		}
	}

	/** 0 asks for no process at all, which a quorum that is written does not allow. */
	private void setQuorumMax(int value) {
		if ((value > 0 || quorum > 1) && value < quorum) {
			return;
		}
		quorumMax = value;
		quorum = value == 0 ? 0 : Math.max(1, quorum);
	}

	/** A process; empty when it has no name or no program, which keepalived removes. */
	static Optional<TrackProcess> build(VrrpTrackProcess statement, Context context) {
		ProcessDraft draft = new ProcessDraft();
		Origins.Builder origins = Origins.at(context.places().of(Regions.head(statement)));
		READER.read(statement.getBlock(), draft, origins, context);
		return statement.getName() == null || draft.program == null ? Optional.empty()
				: Optional.of(new TrackProcess(statement.getName(), draft.program, draft.parameters, draft.match, draft.fullCommand, draft.weight,
						draft.reverse, draft.quorum, draft.quorumMax, draft.forkDelay, draft.terminateDelay, origins.build()));
	}
}
