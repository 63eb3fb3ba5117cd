package org.kaconf.ide;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.kaconf.ide.source.SourceTree;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LoadOptions;
import org.kaconf.lang.SourceProvider;
import org.kaconf.lang.catalog.Catalog;
import org.kaconf.lint.LintOptions;
import org.kaconf.lint.Linter;

/** The analyses of all clusters that open files belong to. */
final class Clusters {
	private static final String CLUSTER = "cluster";
	/** Names the file that is the configuration of a node. */
	private static final String NODE_CONFIG = "config";
	private static final String CLUSTER_FILES = "*.kaconf";
	/** How many folders above a plain file are searched for the cluster it belongs to. */
	private static final int FOLDERS = 3;
	/** How many files are looked into to find that cluster. */
	private static final int MOST_CANDIDATES = 20;

	/** One for all: it keeps nothing between analyses, but takes long to make. */
	private static final Lazy<Kaconf> KACONF = new Lazy<>(Kaconf::create);

	private final Linter linter = new Linter(LintOptions.DEFAULT);
	private final SourceProvider sources;
	/** By root. */
	private final Map<Path, Lazy<ClusterView>> views = new ConcurrentHashMap<>();
	private final Map<Path, ClusterView> latest = new ConcurrentHashMap<>();
	private final Map<Path, ClusterView> latestDescribed = new ConcurrentHashMap<>();
	/** The root of each file that was asked about. */
	private final Map<Path, Path> roots = new ConcurrentHashMap<>();

	Clusters(SourceProvider sources) {
		this.sources = sources;
	}

	/** The cluster a file belongs to, as all texts are now. */
	ClusterView of(SourceUnit unit) {
		ClusterView view = find(unit);
		roots.put(unit.file(), view.root());
		return view;
	}

	/**
	 * The files of a cluster as they were when it was last asked for. It is analysed now only when it never was and the text does not show
	 * that there are no other files: what is typed first shall not wait.
	 */
	List<SourceUnit> latestUnits(SourceUnit unit) {
		ClusterView known = Optional.ofNullable(roots.get(unit.file())).map(latest::get).orElse(null);
		if (known != null) {
			return known.units();
		}
		return isAlone(unit) ? List.of() : of(unit).units();
	}

	private static boolean isAlone(SourceUnit unit) {
		AtomicBoolean others = new AtomicBoolean();
		unit.typed().source().forEach(s -> others.compareAndSet(false, Catalog.standard().isAnywhere(s.name()) || s.name().equals(NODE_CONFIG)));
		return !others.get() && (unit.typed().source().root().find(CLUSTER) != null || candidates(unit.file()).isEmpty());
	}

	/** The last state in which the text said which nodes there are, until it is saved or closed. */
	Optional<ClusterView> latestDescribed(Path root) {
		return Optional.ofNullable(latestDescribed.get(root));
	}

	/** Forgets what was computed from a file's text. */
	void changed(Path file) {
		views.values().removeIf(v -> v.peek().map(c -> c.contains(file)).orElse(true));
	}

	/** Forgets all that is only known from an earlier text of a file. */
	void closed(Path file) {
		latestDescribed.remove(file);
		latest.remove(file);
		roots.remove(file);
		changed(file);
	}

	/** Forgets what was computed from any text. */
	void changed() {
		views.clear();
		roots.clear();
		latestDescribed.clear();
	}

	/** A plain file belongs to the cluster that includes it or names it as the configuration of a node. */
	private ClusterView find(SourceUnit unit) {
		SourceTree text = unit.typed().source();
		if (text.root().find(CLUSTER) == null) {
			for (Path candidate : candidates(unit.file())) {
				ClusterView view = view(candidate);
				if (view.contains(unit.file())) {
					return view;
				}
			}
		}
		return view(unit.file());
	}

	private static List<Path> candidates(Path file) {
		List<Path> candidates = new ArrayList<>();
		Path folder = file.getParent();
		for (int i = 0; i < FOLDERS && folder != null; i++, folder = folder.getParent()) {
			if (Files.isDirectory(folder)) {
				try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, CLUSTER_FILES)) {
					found.forEach(p -> candidates.add(p.normalize()));
				} catch (IOException | DirectoryIteratorException unreadable) {
					// A folder that cannot be listed holds no cluster for us.
					continue;
				}
			}
		}
		candidates.remove(file);
		// Those in the nearest folder first.
		return candidates.stream().sorted(Comparator.comparingInt(Path::getNameCount).reversed().thenComparing(Comparator.naturalOrder()))
				.limit(MOST_CANDIDATES).toList();
	}

	private ClusterView view(Path root) {
		return views.computeIfAbsent(root, r -> new Lazy<>(() -> analyse(r))).get();
	}

	private ClusterView analyse(Path root) {
		ClusterView view = new ClusterView(KACONF.get().analyse(root, LoadOptions.DEFAULT.withSources(sources)), linter::check);
		latest.put(view.root(), view);
		if (view.isDescribed()) {
			latestDescribed.put(view.root(), view);
		}
		return view;
	}
}
