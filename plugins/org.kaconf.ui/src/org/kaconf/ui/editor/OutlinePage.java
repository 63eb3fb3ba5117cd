package org.kaconf.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TreePath;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.kaconf.ide.Symbol;
import org.kaconf.ui.KaconfUi;

/** The outline of a file. It follows the text and the caret, and keeps what the user opened and closed. */
final class OutlinePage extends ContentOutlinePage {
	private static final int DELAY = 150;
	private static final int LEVELS_OPEN = 2;

	private final ITextEditor editor;
	private final ISelectionChangedListener caret = event -> showCaret();
	private DocumentFollower<List<Entry>> follower;
	private List<Entry> roots = List.of();
	private boolean fromEditor;

	OutlinePage(ITextEditor editor) {
		this.editor = editor;
	}

	/**
	 * A symbol with its place in the tree. Equal entries are the same statement before and after an edit, wherever it moved.
	 *
	 * @param index which one among brothers with the same name
	 */
	record Entry(Entry parent, Symbol symbol, int index, List<Entry> children) {
		static List<Entry> of(Entry parent, List<Symbol> symbols) {
			List<Entry> result = new ArrayList<>();
			for (Symbol symbol : symbols) {
				int index = (int) result.stream().filter(other -> other.symbol.kind() == symbol.kind() && other.symbol.name().equals(symbol.name())).count();
				Entry entry = new Entry(parent, symbol, index, new ArrayList<>());
				entry.children.addAll(of(entry, symbol.children()));
				result.add(entry);
			}
			return result;
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Entry that && index == that.index && symbol.kind() == that.symbol.kind() && symbol.name().equals(that.symbol.name())
					&& Objects.equals(parent, that.parent);
		}

		@Override
		public int hashCode() {
			return Objects.hash(symbol.kind(), symbol.name(), index, parent);
		}
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		TreeViewer tree = getTreeViewer();
		tree.setContentProvider(new Content());
		tree.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels()));
		tree.setAutoExpandLevel(LEVELS_OPEN);
		tree.setUseHashlookup(true);
		tree.setInput(roots);
		tree.addSelectionChangedListener(event -> showInEditor());
		if (editor.getSelectionProvider() instanceof IPostSelectionProvider selections) {
			selections.addPostSelectionChangedListener(caret);
		}
		follower = new DocumentFollower<>("Kaconf outline", editor.getDocumentProvider().getDocument(editor.getEditorInput()), tree.getControl().getDisplay(),
				DELAY, snapshot -> Entry.of(null, KaconfUi.services().outline(snapshot)), this::show);
	}

	@Override
	public void dispose() {
		if (follower != null) {
			follower.dispose();
		}
		if (editor.getSelectionProvider() instanceof IPostSelectionProvider selections) {
			selections.removePostSelectionChangedListener(caret);
		}
		super.dispose();
	}

	private void show(List<Entry> entries) {
		TreeViewer tree = getTreeViewer();
		if (tree == null || tree.getControl().isDisposed()) {
			return;
		}
		boolean first = roots.isEmpty();
		TreePath[] open = tree.getExpandedTreePaths();
		roots = entries;
		tree.getControl().setRedraw(false);
		try {
			fromEditor = true;
			tree.setInput(entries);
			if (!first) {
				tree.collapseAll();
				tree.setExpandedTreePaths(open);
			}
		} finally {
			fromEditor = false;
			tree.getControl().setRedraw(true);
		}
		showCaret();
	}

	private void showInEditor() {
		if (!fromEditor && getTreeViewer().getStructuredSelection().getFirstElement() instanceof Entry entry) {
			editor.selectAndReveal(entry.symbol.nameOffset(), entry.symbol.nameLength());
		}
	}

	private void showCaret() {
		if (getTreeViewer() == null || getTreeViewer().getControl().isDisposed() || getTreeViewer().getControl().isFocusControl()
				|| !(editor.getSelectionProvider().getSelection() instanceof ITextSelection selection)) {
			return;
		}
		Entry entry = innermost(roots, selection.getOffset());
		if (entry != null && !entry.equals(getTreeViewer().getStructuredSelection().getFirstElement())) {
			fromEditor = true;
			try {
				getTreeViewer().setSelection(new StructuredSelection(entry), true);
			} finally {
				fromEditor = false;
			}
		}
	}

	private static Entry innermost(List<Entry> entries, int offset) {
		for (Entry entry : entries) {
			if (offset >= entry.symbol.offset() && offset <= entry.symbol.offset() + entry.symbol.length()) {
				Entry inside = innermost(entry.children, offset);
				return inside == null ? entry : inside;
			}
		}
		return null;
	}

	private static final class Content implements ITreeContentProvider {
		@Override
		public Object[] getElements(Object input) {
			return ((List<?>) input).toArray();
		}

		@Override
		public Object[] getChildren(Object element) {
			return ((Entry) element).children.toArray();
		}

		@Override
		public Object getParent(Object element) {
			return ((Entry) element).parent;
		}

		@Override
		public boolean hasChildren(Object element) {
			return !((Entry) element).children.isEmpty();
		}
	}

	private static final class Labels extends LabelProvider implements IStyledLabelProvider {
		@Override
		public StyledString getStyledText(Object element) {
			Symbol symbol = ((Entry) element).symbol;
			StyledString text = new StyledString(symbol.name());
			if (!symbol.detail().isEmpty()) {
				text.append("  " + symbol.detail(), StyledString.DECORATIONS_STYLER);
			}
			return text;
		}

		@Override
		public Image getImage(Object element) {
			return Images.of(((Entry) element).symbol.kind());
		}
	}
}
