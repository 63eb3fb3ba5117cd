package org.kaconf.ui;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** Projects and outline at the left, problems and consoles below the editor. */
public final class KaconfPerspective implements IPerspectiveFactory {
	private static final String EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer";
	private static final String CONSOLE = "org.eclipse.ui.console.ConsoleView";

	@Override
	public void createInitialLayout(IPageLayout layout) {
		IFolderLayout left = layout.createFolder("left", IPageLayout.LEFT, 0.26f, layout.getEditorArea());
		left.addView(EXPLORER);
		layout.createFolder("leftBelow", IPageLayout.BOTTOM, 0.45f, "left").addView(IPageLayout.ID_OUTLINE);
		IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.72f, layout.getEditorArea());
		below.addView(IPageLayout.ID_PROBLEM_VIEW);
		below.addView(CONSOLE);
		below.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
		below.addPlaceholder("org.eclipse.search.ui.views.SearchView");
		layout.addActionSet("org.eclipse.debug.ui.launchActionSet");
		layout.addActionSet(IPageLayout.ID_NAVIGATE_ACTION_SET);
		layout.addNewWizardShortcut("org.kaconf.ui.newProject");
		layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.file");
	}
}
