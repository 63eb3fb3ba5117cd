package org.kaconf.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.kaconf.ui.editor.ProblemMarkers;

/** The editor on the scenario's file, in a real workbench. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EditorTest {
	private static int projects;

	private Desk desk;
	private IFile file;
	private ITextEditor editor;

	@BeforeEach
	void open() throws Exception {
		desk = Desk.tidy();
		file = desk.project("editor" + ++projects, "web.kaconf", Scenario.TEXT);
		editor = desk.open(file);
		desk.until("coloured", () -> styleAt("vrrp_instance") != null);
	}

	@AfterEach
	void close() throws CoreException {
		desk.page().closeAllEditors(false);
		file.getProject().delete(true, true, null);
	}

	@Test
	void coloursTheText() throws Exception {
		assertThat(editor.getSite().getId()).isEqualTo("org.eclipse.ui.genericeditor.GenericEditor");
		assertThat(styleAt("# Two").fontStyle & SWT.ITALIC).isNotZero();
		assertThat(styleAt("vrrp_instance").fontStyle & SWT.BOLD).isNotZero();
		assertThat(colourAt("virtual_router_id")).isNotNull();
		List<RGB> different = List.of(colourAt("# Two"), colourAt("vrrp_instance"), colourAt("virtual_router_id"), colourAt("51"),
				colourAt("172.29.88.222"), colourAt("${_INTERFACE}"), colourAt("@nginx01"), colourAt("\"/usr/sbin/nginx\""));
		assertThat(different).doesNotHaveDuplicates();
		desk.picture("editor");
	}

	/** Comes last: a workbench does not lose all traces of a theme before it is started again, and the other pictures should be light. */
	@Test
	@Order(Integer.MAX_VALUE)
	void hasColoursForTheDarkTheme() throws Exception {
		IThemeEngine themes = PlatformUI.getWorkbench().getService(IThemeEngine.class);
		String before = themes.getActiveTheme().getId();
		RGB light = colourAt("virtual_router_id");
		themes.setTheme("org.eclipse.e4.ui.css.theme.e4_dark", false);
		try {
			desk.until("other colours", () -> !light.equals(colourAt("virtual_router_id")) && colourAt("virtual_router_id") != null);
			float brightness = colourAt("virtual_router_id").getHSB()[2];
			assertThat(brightness).as("brightness of a keyword on black").isGreaterThan(light.getHSB()[2]);
			desk.picture("dark");
		} finally {
			themes.setTheme(before, false);
		}
		desk.until("the colours of before", () -> light.equals(colourAt("virtual_router_id")));
	}

	@Test
	void coloursWhatIsTyped() throws Exception {
		type(Scenario.at(text(), "advert_int"), "nopreempt\n    ");
		desk.until("coloured anew", () -> Objects.equals(colourAt("virtual_router_id"), colourAt("nopreempt")));
	}

	@Test
	void marksFaultsWhileTyping() throws Exception {
		desk.until("checked and without errors", () -> markers(IMarker.SEVERITY_ERROR).isEmpty());
		replace("virtual_router_id 51", "virtual_router_id 510");
		desk.until("a marker at the new fault", () -> errorAt("510") != null);
		assertThat(editor.isDirty()).isTrue();
		IMarker marker = errorAt("510");
		assertThat(marker.getAttribute(IMarker.MESSAGE, "")).contains("255");
		assertThat(marker.getAttribute(IMarker.LINE_NUMBER, 0)).isEqualTo(34);
		desk.until("an annotation in the editor", () -> annotations().stream().anyMatch(a -> a.getType().contains("error")));
		long id = marker.getId();

		type(0, "# one more line\n");
		desk.until("the marker moved", () -> errorAt("510") != null && errorAt("510").getAttribute(IMarker.LINE_NUMBER, 0) == 35);
		assertThat(errorAt("510").getId()).as("the same marker, moved").isEqualTo(id);
		desk.page().showView(IPageLayout.ID_PROBLEM_VIEW);
		desk.page().activate(editor);
		editor.selectAndReveal(Scenario.at(text(), "510"), 0);
		desk.until("listed in the problems view", () -> listed("510"));
		desk.picture("markers");

		replace("virtual_router_id 510", "virtual_router_id 51");
		desk.until("no marker after the repair", () -> markers(IMarker.SEVERITY_ERROR).isEmpty());
	}

	@Test
	void forgetsFaultsThatWereNeverSaved() throws Exception {
		replace("virtual_router_id 51", "virtual_router_id 510");
		desk.until("a marker at the new fault", () -> errorAt("510") != null);
		desk.page().closeEditor(editor, false);
		desk.until("the file on disk counts", () -> markers(IMarker.SEVERITY_ERROR).isEmpty());
	}

	@Test
	void completesKeywordsWithTheirDescription() throws Exception {
		int at = Scenario.at(text(), "advert_int");
		type(at, "prom\n    ");
		editor.selectAndReveal(at + 2, 0);
		editor.getAdapter(ITextOperationTarget.class).doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
		desk.until("the proposals", () -> proposals().stream().anyMatch(item -> item.getText().startsWith("priority")));
		List<String> labels = proposals().stream().map(TableItem::getText).toList();
		assertThat(labels).anyMatch(label -> label.startsWith("promote_secondaries"));
		assertThat(labels).as("what does not stand in an instance").noneMatch(label -> label.startsWith("router_id"));

		Table table = proposals().getFirst().getParent();
		int index = indexOf(table, label -> label.startsWith("priority"));
		table.setSelection(index);
		table.notifyListeners(SWT.Selection, new Event());
		desk.until("the description", () -> desk.popupText().toLowerCase().contains("priority"));
		desk.picture("completion");

		editor.selectAndReveal(at + 2, 0);
		table = proposals().getFirst().getParent();
		table.notifyListeners(SWT.DefaultSelection, new Event());
		desk.until("inserted", () -> text().substring(at).startsWith("priority"));
	}

	@Test
	void seesAllNodesAtOnce() throws Exception {
		replace("weight -5", "weight -1");
		desk.until("the weight that hands nothing over", () -> errorAt("-1") != null);
		desk.until("listed in the problems view", () -> listed("chk_nginx"));
		int at = Scenario.at(text(), "    rise 2") + "    rise 2".length();
		type(at, "\n    ");
		editor.selectAndReveal(at + 5, 0);
		editor.getAdapter(ITextOperationTarget.class).doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
		desk.until("the proposals with a description", () -> !proposals().isEmpty() && !desk.popupText().isBlank());
		desk.picture("readme");
	}

	@Test
	void repairsWhatTheRuleCanRepair() throws Exception {
		replace("weight -5", "weight -1");
		desk.until("a marker at the weight that hands nothing over", () -> errorAt("-1") != null);
		IMarker marker = errorAt("-1");
		IMarkerResolution[] fixes = IDE.getMarkerHelpRegistry().getResolutions(marker);
		assertThat(fixes).extracting(IMarkerResolution::getLabel).containsExactly("Use a weight of -2");
		fixes[0].run(marker);
		assertThat(text()).contains("weight -2\n");
		assertThat(editor.isDirty()).as("saving is left to the user").isTrue();
		desk.until("no fault any more", () -> markers(IMarker.SEVERITY_ERROR).isEmpty());
	}

	@Test
	void completesReferences() throws Exception {
		int at = Scenario.at(text(), "        chk_nginx\n");
		type(at, "        \n");
		editor.selectAndReveal(at + 8, 0);
		editor.getAdapter(ITextOperationTarget.class).doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
		desk.until("the script as a proposal", () -> proposals().stream().anyMatch(item -> item.getText().startsWith("chk_nginx")));
	}

	@Test
	void explainsAtThePointer() throws Exception {
		editor.selectAndReveal(Scenario.at(text(), "weight"), 0);
		desk.untilPointed("the hover", Desk.widget(editor), Scenario.at(text(), "weight -5") + 2, () -> desk.popupText().contains("weight"));
		desk.picture("hover");
	}

	@Test
	void outlinesTheFile() throws Exception {
		desk.page().showView(IPageLayout.ID_OUTLINE);
		desk.page().activate(editor);
		desk.until("the outline", () -> outline().stream().anyMatch(line -> line.contains("VI_1")));
		assertThat(outline()).anyMatch(line -> line.contains("web")).anyMatch(line -> line.contains("nginx01")).anyMatch(line -> line.contains("chk_nginx"));
		editor.selectAndReveal(Scenario.at(text(), "virtual_router_id"), 0);
		desk.until("the outline follows the caret", () -> Desk.find(desk.shell(), Tree.class).stream().flatMap(tree -> Arrays.stream(tree.getSelection()))
				.anyMatch(item -> item.getText().contains("VI_1")));
		desk.picture("outline");
		replace("VI_1", "VI_WEB");
		desk.until("the outline follows the text", () -> outline().stream().anyMatch(line -> line.contains("VI_WEB")));
	}

	@Test
	void goesToTheDefinition() throws Exception {
		editor.selectAndReveal(text().lastIndexOf("chk_nginx") + 3, 0);
		run("org.eclipse.ui.edit.text.open.hyperlink");
		int definition = Scenario.at(text(), "chk_nginx");
		desk.until("at the definition", () -> selection().getOffset() == definition);
		assertThat(selection().getText()).isEqualTo("chk_nginx");
	}

	@Test
	void togglesComments() throws Exception {
		String before = text();
		int start = Scenario.at(before, "    interval 2");
		editor.selectAndReveal(start, Scenario.at(before, "    fall 3") - start);
		run("org.kaconf.ui.toggleComment");
		assertThat(text()).contains("    # interval 2\n    # weight -5\n    fall 3");
		run("org.kaconf.ui.toggleComment");
		assertThat(text()).isEqualTo(before);
	}

	@Test
	void formatsAllOrWhatIsSelectedAndUndoesItAtOnce() throws Exception {
		String before = text();
		String untidy = before.replace("    interval 2", "interval   2").replace("    fall 3", "\tfall  3");
		editor.getDocumentProvider().getDocument(editor.getEditorInput()).set(untidy);
		editor.selectAndReveal(Scenario.at(untidy, "fall"), 1);
		run("org.kaconf.ui.format");
		assertThat(text()).isEqualTo(before.replace("    interval 2", "interval   2"));
		editor.selectAndReveal(0, 0);
		run("org.kaconf.ui.format");
		assertThat(text()).isEqualTo(before);
		run("org.eclipse.ui.edit.undo");
		assertThat(text()).isEqualTo(before.replace("    interval 2", "interval   2"));
	}

	@Test
	void jumpsToTheMatchingBrace() throws Exception {
		editor.selectAndReveal(Scenario.at(text(), "{\n    router_id") + 1, 0);
		run("org.eclipse.ui.genericeditor.gotoMatchingBracket");
		assertThat(text().charAt(selection().getOffset())).isEqualTo('}');
		assertThat(selection().getOffset()).isLessThan(Scenario.at(text(), "cluster web"));
	}

	@Test
	void indentsNewLines() throws Exception {
		StyledText widget = Desk.widget(editor);
		int offset = Scenario.at(text(), "authentication {") + "authentication {".length();
		widget.setSelection(offset);
		widget.insert("\n");
		assertThat(text().substring(offset)).startsWith("\n        \n        auth_type");
	}

	private void run(String command) throws Exception {
		desk.page().activate(editor);
		// Undo, for one, becomes possible only when the workbench has heard of the change.
		desk.until(command + " can be run", () -> PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(command).isEnabled());
		PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
	}

	private ITextSelection selection() {
		return (ITextSelection) editor.getSelectionProvider().getSelection();
	}

	private String text() {
		return Desk.document(editor).get();
	}

	private void type(int offset, String text) throws Exception {
		Desk.document(editor).replace(offset, 0, text);
	}

	private void replace(String old, String text) throws Exception {
		Desk.document(editor).replace(Scenario.at(text(), old), old.length(), text);
	}

	private StyleRange styleAt(String piece) {
		return Desk.widget(editor).getStyleRangeAtOffset(Scenario.at(text(), piece));
	}

	private RGB colourAt(String piece) {
		StyleRange style = styleAt(piece);
		return style == null || style.foreground == null ? null : style.foreground.getRGB();
	}

	private List<IMarker> markers(int severity) throws CoreException {
		return Arrays.stream(file.findMarkers(ProblemMarkers.TYPE, false, IResource.DEPTH_ZERO))
				.filter(marker -> marker.getAttribute(IMarker.SEVERITY, -1) == severity).toList();
	}

	/** The error marker whose range is just this piece of the text. */
	private IMarker errorAt(String piece) throws CoreException {
		int offset = text().indexOf(piece);
		return markers(IMarker.SEVERITY_ERROR).stream().filter(marker -> marker.getAttribute(IMarker.CHAR_START, -1) == offset
				&& marker.getAttribute(IMarker.CHAR_END, -1) == offset + piece.length()).findFirst().orElse(null);
	}

	private List<Annotation> annotations() {
		IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
		List<Annotation> result = new ArrayList<>();
		for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
			result.add(all.next());
		}
		return result;
	}

	private List<TableItem> proposals() {
		for (Shell popup : desk.popups()) {
			for (Table table : Desk.find(popup, Table.class)) {
				return Arrays.asList(table.getItems());
			}
		}
		return List.of();
	}

	private static int indexOf(Table table, Predicate<String> label) {
		for (int i = 0; i < table.getItemCount(); i++) {
			if (label.test(table.getItem(i).getText())) {
				return i;
			}
		}
		throw new AssertionError("no such proposal");
	}

	/** Whether the problems view has a line about this file with these words in it. */
	private boolean listed(String words) {
		return desk.unfold("item").stream().anyMatch(item -> item.getText().contains(words) && item.getText(2).equals(file.getParent().getFullPath().toString()));
	}

	private List<String> outline() {
		List<String> lines = new ArrayList<>();
		for (Tree tree : Desk.find(desk.shell(), Tree.class)) {
			for (TreeItem item : tree.getItems()) {
				collect(item, lines);
			}
		}
		return lines;
	}

	private static void collect(TreeItem item, List<String> lines) {
		lines.add(item.getText());
		for (TreeItem child : item.getItems()) {
			collect(child, lines);
		}
	}
}
