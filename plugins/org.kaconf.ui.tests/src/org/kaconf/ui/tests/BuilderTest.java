package org.kaconf.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaconf.ui.builder.KaconfNature;
import org.kaconf.ui.editor.ProblemMarkers;
import org.kaconf.ui.wizard.NewKaconfProject;

/** What happens when a file of a Kaconf project is saved. */
class BuilderTest {
	private Desk desk;
	private IFile file;

	@BeforeEach
	void open() throws Exception {
		desk = Desk.tidy();
		file = desk.project("builder", "web.kaconf", Scenario.TEXT);
	}

	@AfterEach
	void close() throws CoreException {
		desk.page().closeAllEditors(false);
		for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
			project.delete(true, true, null);
		}
	}

	@Test
	void generatesOnSave() throws Exception {
		desk.until("generated", () -> generated("nginx01/etc/keepalived/keepalived.conf").exists());
		assertThat(generated("nginx01/etc/keepalived/keepalived.conf").readString()).contains("priority 101");
		assertThat(generated("nginx02/etc/keepalived/keepalived.conf").readString()).contains("priority 100");

		ITextEditor editor = desk.open(file);
		replace(editor, "priority 101", "priority 103");
		assertThat(generated("nginx01/etc/keepalived/keepalived.conf").readString()).as("not before it is saved").contains("priority 101");
		editor.doSave(new NullProgressMonitor());
		desk.until("generated anew", () -> generated("nginx01/etc/keepalived/keepalived.conf").readString().contains("priority 103"));
		assertThat(file.getProject().getFolder("generated").isDerived()).isTrue();
		CommonNavigator explorer = (CommonNavigator) desk.page().showView("org.eclipse.ui.navigator.ProjectExplorer");
		explorer.selectReveal(new StructuredSelection(generated("nginx01/etc/keepalived/keepalived.conf")));
		desk.until("shown in the explorer", () -> !explorer.getCommonViewer().getStructuredSelection().isEmpty());
		desk.picture("generated");
	}

	@Test
	void generatesNothingFromFaults() throws Exception {
		desk.until("generated", () -> generated("nginx01/etc/keepalived/keepalived.conf").exists());
		ITextEditor editor = desk.open(file);
		replace(editor, "virtual_router_id 51", "virtual_router_id 510");
		editor.doSave(new NullProgressMonitor());
		desk.until("marked", () -> Arrays.stream(file.findMarkers(ProblemMarkers.TYPE, false, IResource.DEPTH_ZERO))
				.anyMatch(marker -> marker.getAttribute(IMarker.SEVERITY, 0) == IMarker.SEVERITY_ERROR));
		file.getProject().build(IncrementalProjectBuilder.INCREMENTAL_BUILD, null);
		assertThat(generated("nginx01/etc/keepalived/keepalived.conf").readString()).contains("virtual_router_id 51\n");
	}

	@Test
	void checksWithoutAnEditor() throws Exception {
		file.setContents(Scenario.TEXT.replace("virtual_router_id 51", "virtual_router_id 510").getBytes(), true, false, null);
		desk.until("marked", () -> Arrays.stream(file.findMarkers(ProblemMarkers.TYPE, false, IResource.DEPTH_ZERO))
				.anyMatch(marker -> marker.getAttribute(IMarker.MESSAGE, "").contains("255")));
	}

	@Test
	void natureComesAndGoes() throws Exception {
		IProject project = file.getProject();
		KaconfNature.set(project, false, null);
		assertThat(project.getDescription().getBuildSpec()).isEmpty();
		KaconfNature.set(project, true, null);
		assertThat(project.getDescription().getBuildSpec()).hasSize(1);
	}

	@Test
	void theWizardMakesAProjectThatGenerates() throws Exception {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("example");
		NewKaconfProject.create(project, null, new NullProgressMonitor());
		assertThat(project.getFile(NewKaconfProject.EXAMPLE).findMarkers(ProblemMarkers.TYPE, false, IResource.DEPTH_ZERO))
				.filteredOn(marker -> marker.getAttribute(IMarker.SEVERITY, 0) == IMarker.SEVERITY_ERROR).isEmpty();
		desk.until("generated", () -> project.getFile("generated/nginx01/etc/keepalived/keepalived.conf").exists());
	}

	private IFile generated(String path) {
		return file.getProject().getFile("generated/" + path);
	}

	private static void replace(ITextEditor editor, String old, String text) throws Exception {
		Desk.document(editor).replace(Scenario.at(Desk.document(editor).get(), old), old.length(), text);
	}
}
