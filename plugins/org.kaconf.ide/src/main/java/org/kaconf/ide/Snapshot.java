package org.kaconf.ide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.kaconf.model.Node;

/**
 * A file's text at one moment, with what was found out about it so far. What a service needs is computed when it is first asked
 * for and kept; a snapshot may be used by several threads.
 */
public final class Snapshot {
	private final SourceUnit unit;
	private final Clusters clusters;
	private final Lazy<ClusterView> view;
	private final Lazy<List<Token>> tokens;
	private final Lazy<List<FoldingRange>> folding;
	private final Lazy<List<Symbol>> outline;
	private final Lazy<List<Diagnostic>> diagnostics;

	Snapshot(SourceUnit unit, Clusters clusters) {
		this.unit = unit;
		this.clusters = clusters;
		this.view = new Lazy<>(() -> clusters.of(unit));
		this.tokens = new Lazy<>(() -> Colouring.of(unit.typed()));
		this.folding = new Lazy<>(() -> Folding.of(unit.typed().source()));
		this.outline = new Lazy<>(() -> Outline.of(unit.typed(), effectiveValues()));
		this.diagnostics = new Lazy<>(() -> view.get().file(unit.file()).map(f -> Findings.in(f, view.get())).orElse(List.of()));
	}

	/** Absolute and normalized. */
	public Path file() {
		return unit.file();
	}

	public String text() {
		return unit.text();
	}

	/** The same text where another file of the cluster changed. */
	Snapshot renewed() {
		return new Snapshot(unit, clusters);
	}

	/** Whether something was computed from that file's text. */
	boolean dependsOn(Path file) {
		return view.peek().filter(v -> v.contains(file)).isPresent();
	}

	SourceUnit unit() {
		return unit;
	}

	ClusterView view() {
		return view.get();
	}

	List<Token> tokens() {
		return tokens.get();
	}

	List<FoldingRange> folding() {
		return folding.get();
	}

	List<Symbol> outline() {
		return outline.get();
	}

	List<Diagnostic> diagnostics() {
		return diagnostics.get();
	}

	/** The names in all files of the cluster, as the texts are now. */
	Names namesOfCluster() {
		return new Names(unit, withThis(view().units()));
	}

	/** The names in this text, and those that other files had when they were last read; does not analyse again. */
	Names names() {
		return new Names(unit, withThis(view.peek().map(ClusterView::units).orElseGet(() -> clusters.latestUnits(unit))));
	}

	private List<SourceUnit> withThis(List<SourceUnit> units) {
		List<SourceUnit> all = new ArrayList<>();
		all.add(unit);
		units.stream().filter(u -> !u.file().equals(unit.file())).forEach(all::add);
		return all;
	}

	EffectiveValues effectiveValues() {
		return new EffectiveValues(nodeTexts().nodes());
	}

	List<String> nodeNames() {
		return nodeTexts().nodeNames();
	}

	List<Node> nodeModels() {
		return nodeTexts().models();
	}

	List<String> nodeAddresses(String node) {
		return nodeTexts().node(node).stream().flatMap(n -> n.addresses().stream())
				.map(a -> a.prefix() + (a.device() == null ? "" : " dev " + a.device())).toList();
	}

	/** While the cluster block is so broken that it is none, the nodes it had before. */
	private ClusterView nodeTexts() {
		return view().isDescribed() ? view() : clusters.latestDescribed(view().root()).orElse(view());
	}

	/** The text of a file of the cluster. */
	String text(Path file) {
		return file.equals(file()) ? text() : Optional.of(view()).flatMap(v -> v.file(file)).map(f -> f.text()).orElse("");
	}
}
