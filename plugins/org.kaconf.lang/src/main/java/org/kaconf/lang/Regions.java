package org.kaconf.lang;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.nodemodel.BidiTreeIterator;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.ITextRegion;
import org.eclipse.xtext.util.TextRegion;
import org.kaconf.lang.kaconf.KaconfPackage;
import org.kaconf.lang.kaconf.NamedStatement;
import org.kaconf.lang.kaconf.Statement;

/** Where elements of a tree stand in the text it was parsed from. */
public final class Regions {
	private Regions() {
	}

	/** The whole element, with the block of a statement. */
	public static ITextRegion of(EObject element) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		return node == null ? new TextRegion(0, 0) : node.getTextRegion();
	}

	/** A statement from its keyword (without a condition) to its last value, any other element as a whole. */
	public static ITextRegion head(EObject element) {
		if (!(element instanceof Statement statement) || statement.getKeyword() == null) {
			return of(element);
		}
		ITextRegion start = of(statement, KaconfPackage.Literals.STATEMENT__KEYWORD);
		ITextRegion end = start;
		if (!statement.getValues().isEmpty()) {
			end = of(statement.getValues().getLast());
		} else if (statement instanceof NamedStatement named && named.getName() != null) {
			end = of(statement, KaconfPackage.Literals.NAMED_STATEMENT__NAME);
		}
		return new TextRegion(start.getOffset(), end.getOffset() + end.getLength() - start.getOffset());
	}

	/** The first value of a feature, such as the keyword or name of a statement; the whole element when the feature is not set. */
	public static ITextRegion of(EObject element, EStructuralFeature feature) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		return node == null ? of(element) : first(node, element, feature).getTextRegion();
	}

	/** The first node of a feature, else the element's own. Looks no further: a keyword stands in front of all else, be its block as long as it may. */
	private static INode first(ICompositeNode node, EObject element, EStructuralFeature feature) {
		for (BidiTreeIterator<INode> all = node.getAsTreeIterable().iterator(); all.hasNext();) {
			INode next = all.next();
			Assignment assignment = next == node ? null : GrammarUtil.containingAssignment(next.getGrammarElement());
			if (assignment != null && assignment.getFeature().equals(feature.getName())) {
				return next;
			}
			if (next.hasDirectSemanticElement() && next.getSemanticElement() != element) {
				all.prune();
			}
		}
		return node;
	}
}
