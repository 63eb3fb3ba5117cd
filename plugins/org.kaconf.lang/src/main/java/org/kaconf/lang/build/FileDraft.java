package org.kaconf.lang.build;

import java.util.Optional;

import org.kaconf.lang.Regions;
import org.kaconf.lang.kaconf.VrrpTrackFile;
import org.kaconf.model.Origins;
import org.kaconf.model.TrackFile;

/** A {@code track_file} of the top level while it is read. */
final class FileDraft {
	private static final int DEFAULT_WEIGHT = 1;
	private static final BlockReader<FileDraft> READER = new BlockReader<FileDraft>("track_file/definition")
			.onEvery("file", (f, line) -> f.path = f.path == null && line.has(0) ? line.raw(0) : f.path)
			.onEvery("weight", (f, line) -> {
				if (f.weight == DEFAULT_WEIGHT && line.has(0)) {
					f.weight = line.integer(0).orElse(DEFAULT_WEIGHT);
					f.reverse |= line.words().size() > 1 && line.raw(1).equals("reverse");
				}
			})
			.on("init_file", FileDraft::setInitialValue);

	private String path;
	private int weight = DEFAULT_WEIGHT;
	private boolean reverse;
	private Integer initialValue;
	private boolean overwrite;

	private void setInitialValue(Line line) {
		initialValue = 0;
		overwrite = false;
		for (String word : line.words()) {
			if (word.equals("overwrite")) {
				overwrite = true;
			} else {
				initialValue = Numbers.integer(word).orElse(initialValue);
			}
		}
	}

	/** A file; empty when it has no name or no path, which keepalived passes over. */
	static Optional<TrackFile> build(VrrpTrackFile statement, Context context) {
		FileDraft draft = new FileDraft();
		Origins.Builder origins = Origins.at(context.places().of(Regions.head(statement)));
		READER.read(statement.getBlock(), draft, origins, context);
		return statement.getName() == null || draft.path == null ? Optional.empty()
				: Optional.of(new TrackFile(statement.getName(), draft.path, draft.weight, draft.reverse, draft.initialValue, draft.overwrite, origins.build()));
	}
}
