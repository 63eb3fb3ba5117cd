package org.kaconf.ui.tests;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.kaconf.ui.builder.KaconfNature;

/** The workbench as a user sits before it: opens files, waits while the event loop runs, looks at windows, takes pictures. */
final class Desk {
	private static final Duration PATIENCE = Duration.ofSeconds(30);
	/** Milliseconds for the workbench to paint itself before a picture is taken; no test depends on it. */
	private static final int PAINTING = 400;
	private static final int FIRST_COLUMN = 760;
	private static final Duration POINTER_REST = Duration.ofSeconds(3);
	private static final Duration POINTER_AWAY = Duration.ofMillis(300);
	private static final Point SIZE = new Point(1280, 800);

	private final IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();

	/** A tidy workbench in our perspective. */
	static Desk tidy() throws WorkbenchException {
		Desk desk = new Desk();
		PlatformUI.getWorkbench().showPerspective("org.kaconf.ui.perspective", desk.window);
		desk.page().closeAllEditors(false);
		desk.shell().setBounds(0, 0, SIZE.x, SIZE.y);
		desk.shell().forceActive();
		return desk;
	}

	IWorkbenchPage page() {
		return window.getActivePage();
	}

	Shell shell() {
		return window.getShell();
	}

	Display display() {
		return shell().getDisplay();
	}

	/** A new project of our nature with one file in it. */
	IFile project(String name, String fileName, String text) throws CoreException {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
		project.create(null);
		project.open(null);
		KaconfNature.set(project, true, null);
		IFile file = project.getFile(fileName);
		file.create(text.getBytes(StandardCharsets.UTF_8), true, false, null);
		return file;
	}

	ITextEditor open(IFile file) throws CoreException {
		return IDE.openEditor(page(), file, true).getAdapter(ITextEditor.class);
	}

	static IDocument document(ITextEditor editor) {
		return editor.getDocumentProvider().getDocument(editor.getEditorInput());
	}

	static StyledText widget(ITextEditor editor) {
		return (StyledText) editor.getAdapter(Control.class);
	}

	/** Runs the event loop until a condition holds, or fails after the time limit. */
	void until(String what, Callable<Boolean> condition) throws Exception {
		long end = System.nanoTime() + PATIENCE.toNanos();
		boolean[] late = {false};
		// An event at the limit wakes the loop even where nothing else happens; the ticks look at conditions outside of the workbench.
		Runnable[] tick = new Runnable[1];
		tick[0] = () -> {
			if (!late[0]) {
				display().timerExec(20, tick[0]);
			}
		};
		tick[0].run();
		try {
			while (!condition.call()) {
				if (System.nanoTime() > end) {
					picture("failed-" + what.replaceAll("[^A-Za-z0-9]+", "-"));
					fail("After " + PATIENCE.toSeconds() + " s still not: " + what);
				}
				if (!display().readAndDispatch()) {
					display().sleep();
				}
			}
		} finally {
			late[0] = true;
		}
	}

	/** Opens the entries of the workbench's tables of trees that have this in their label, widens the first column, and gives what is below. */
	List<TreeItem> unfold(String label) {
		List<TreeItem> below = new ArrayList<>();
		for (Tree tree : find(shell(), Tree.class)) {
			if (tree.getColumnCount() > 0) {
				tree.getColumn(0).setWidth(FIRST_COLUMN);
				for (TreeItem item : tree.getItems()) {
					if (item.getText().contains(label)) {
						Event event = new Event();
						event.item = item;
						tree.notifyListeners(SWT.Expand, event);
						item.setExpanded(true);
						below.addAll(Arrays.asList(item.getItems()));
					}
				}
			}
		}
		return below;
	}

	/** Lets everything be painted that is due: painting comes when nothing else is to do. */
	private void settle() {
		boolean[] over = {false};
		shell().redraw();
		display().timerExec(PAINTING, () -> over[0] = true);
		while (!over[0]) {
			if (!display().readAndDispatch()) {
				display().sleep();
			}
		}
	}

	/** The visible windows besides the workbench's own. */
	List<Shell> popups() {
		return Arrays.stream(display().getShells()).flatMap(shell -> withChildren(shell).stream())
				.filter(shell -> shell != shell() && !shell.isDisposed() && shell.isVisible()).toList();
	}

	private static List<Shell> withChildren(Shell shell) {
		List<Shell> all = new ArrayList<>(List.of(shell));
		for (Shell child : shell.getShells()) {
			all.addAll(withChildren(child));
		}
		return all.stream().distinct().toList();
	}

	/** The widgets of a kind in a window. */
	static <T extends Control> List<T> find(Composite parent, Class<T> type) {
		List<T> found = new ArrayList<>();
		for (Control child : parent.getChildren()) {
			if (type.isInstance(child)) {
				found.add(type.cast(child));
			}
			if (child instanceof Composite inner) {
				found.addAll(find(inner, type));
			}
		}
		return found;
	}

	/** The texts of all text widgets in popups. */
	String popupText() {
		StringBuilder text = new StringBuilder();
		for (Shell popup : popups()) {
			find(popup, StyledText.class).forEach(widget -> text.append(widget.getText()).append('\n'));
		}
		return text.toString();
	}

	/** Waits for what comes when the pointer rests over a place of the text; where nothing comes, moves it away and there again, as a hand would. */
	void untilPointed(String what, StyledText widget, int offset, Callable<Boolean> condition) throws Exception {
		Point place = widget.toDisplay(widget.getLocationAtOffset(offset));
		place.y += widget.getLineHeight() / 2;
		long[] next = {0};
		boolean[] there = {true};
		until(what, () -> {
			if (System.nanoTime() > next[0] && !condition.call()) {
				there[0] = !there[0];
				shell().forceActive();
				Event event = new Event();
				event.type = SWT.MouseMove;
				event.x = place.x + (there[0] ? 3 : 300);
				event.y = place.y;
				display().post(event);
				next[0] = System.nanoTime() + (there[0] ? POINTER_REST : POINTER_AWAY).toNanos();
			}
			return condition.call();
		});
	}

	/** Leaves a picture of the whole screen for people to look at. */
	Path picture(String name) throws IOException, InterruptedException {
		settle();
		Path file = Path.of(System.getProperty("kaconf.screenshots"), name + ".png");
		Files.createDirectories(file.getParent());
		Process process = new ProcessBuilder("import", "-window", "root", "-crop", SIZE.x + "x" + SIZE.y + "+0+0", "+repage", file.toString())
				.inheritIO().start();
		if (process.waitFor() != 0) {
			throw new IOException("import (ImageMagick) could not take the picture " + file);
		}
		return file;
	}
}
