package org.kaconf.lang;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.util.ITextRegion;
import org.kaconf.lang.kaconf.KaconfFile;
import org.kaconf.model.Node;
import org.kaconf.model.Origin;

/** A configuration as one node reads it. */
public final class NodeView {
	private final String name;
	private final ExpandedText text;
	private final KaconfFile ast;
	private final Node model;

	NodeView(ExpandedText text, KaconfFile ast, Node model) {
		this.name = model.name();
		this.text = text;
		this.ast = ast;
		this.model = model;
	}

	/** The node's name: its config id. */
	public String name() {
		return name;
	}

	public ExpandedText text() {
		return text;
	}

	/** The tree of the expanded text: no cluster blocks, conditions, definitions or includes. */
	public KaconfFile ast() {
		return ast;
	}

	public Node model() {
		return model;
	}

	/** Where an element of {@link #ast()} was written; a statement without its block. */
	public Origin origin(EObject element) {
		return origin(Regions.head(element));
	}

	/** Where the value of a feature was written, such as {@code KaconfPackage.Literals.STATEMENT__KEYWORD}. */
	public Origin origin(EObject element, EStructuralFeature feature) {
		return origin(Regions.of(element, feature));
	}

	public Origin origin(ITextRegion region) {
		return text.origin(region.getOffset(), region.getLength());
	}

	@Override
	public String toString() {
		return name;
	}
}
