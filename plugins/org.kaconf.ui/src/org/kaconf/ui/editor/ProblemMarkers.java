package org.kaconf.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.kaconf.ide.Diagnostic;
import org.kaconf.ide.QuickFix;
import org.kaconf.ide.Severity;

/**
 * The markers of a file, brought to what the checks found: a marker that stays is moved and not made anew, so that nothing flickers
 * while the user types.
 */
public final class ProblemMarkers {
	public static final String TYPE = "org.kaconf.ui.problem";
	/** Attribute with the rule's identifier. */
	public static final String RULE = "org.kaconf.rule";

	/** Attribute that says whether there are quick fixes. */
	static final String FIXABLE = "org.kaconf.fixable";

	/** The quick fixes of each file's markers, by marker id. */
	private static final Map<IResource, Map<Long, List<QuickFix>>> FIXES = new ConcurrentHashMap<>();

	private static final Map<Severity, Integer> SEVERITIES = Map.of(Severity.ERROR, IMarker.SEVERITY_ERROR, Severity.WARNING,
			IMarker.SEVERITY_WARNING, Severity.INFO, IMarker.SEVERITY_INFO);

	private ProblemMarkers() {
	}

	/** A marker as it should be. */
	private record Wanted(Map<String, Object> attributes, List<QuickFix> fixes) {
	}

	/** The quick fixes of a marker, for the text that was checked last. */
	static List<QuickFix> fixes(IResource file, long marker) {
		return FIXES.getOrDefault(file, Map.of()).getOrDefault(marker, List.of());
	}

	/**
	 * Must not be called on the user interface's thread: it waits for others who change the file.
	 *
	 * @param text what the offsets of the diagnostics refer to
	 * @param current whether that is still the text to speak of, asked when nobody else can change the markers: a check that took long must not
	 *            undo what a later one has found
	 */
	static void update(IFile file, String text, List<Diagnostic> found, BooleanSupplier current) throws CoreException {
		List<Wanted> wanted = new ArrayList<>();
		Lines lines = new Lines(text);
		for (Diagnostic diagnostic : found) {
			wanted.add(new Wanted(attributes(diagnostic, lines), diagnostic.fixes()));
		}
		ResourcesPlugin.getWorkspace().run(monitor -> {
			if (current.getAsBoolean()) {
				bring(file, wanted);
			}
		}, ResourcesPlugin.getWorkspace().getRuleFactory().markerRule(file),
				IWorkspace.AVOID_UPDATE, null);
	}

	private static void bring(IFile file, List<Wanted> wanted) throws CoreException {
		if (!file.exists()) {
			FIXES.remove(file);
			return;
		}
		Map<Object, List<IMarker>> present = new HashMap<>();
		for (IMarker marker : file.findMarkers(TYPE, false, IResource.DEPTH_ZERO)) {
			present.computeIfAbsent(identity(marker.getAttributes()), key -> new ArrayList<>()).add(marker);
		}
		Map<Long, List<QuickFix>> fixes = new HashMap<>();
		for (Wanted want : wanted) {
			List<IMarker> same = present.get(identity(want.attributes));
			IMarker marker = same == null || same.isEmpty() ? file.createMarker(TYPE, want.attributes) : same.removeFirst();
			if (!want.attributes.equals(marker.getAttributes())) {
				marker.setAttributes(want.attributes);
			}
			fixes.put(marker.getId(), want.fixes);
		}
		FIXES.put(file, fixes);
		for (List<IMarker> gone : present.values()) {
			for (IMarker marker : gone) {
				marker.delete();
			}
		}
	}

	/** What makes a finding the same one after an edit elsewhere: all but its place. */
	private static Object identity(Map<String, Object> attributes) {
		return List.of(attributes.getOrDefault(IMarker.MESSAGE, ""), attributes.getOrDefault(IMarker.SEVERITY, 0));
	}

	private static Map<String, Object> attributes(Diagnostic diagnostic, Lines lines) {
		return Map.of(IMarker.MESSAGE, diagnostic.message() + " [" + diagnostic.rule() + " " + diagnostic.name() + "]",
				IMarker.SEVERITY, SEVERITIES.get(diagnostic.severity()), RULE, diagnostic.rule(), FIXABLE, !diagnostic.fixes().isEmpty(),
				IMarker.CHAR_START, diagnostic.offset(), IMarker.CHAR_END, diagnostic.offset() + diagnostic.length(),
				IMarker.LINE_NUMBER, lines.at(diagnostic.offset()));
	}

	/** Line numbers from 1 of offsets that come in ascending order, in one walk over the text. */
	private static final class Lines {
		private final String text;
		private int offset;
		private int line = 1;

		Lines(String text) {
			this.text = text;
		}

		int at(int wanted) {
			if (wanted < offset) {
				offset = 0;
				line = 1;
			}
			for (; offset < Math.min(wanted, text.length()); offset++) {
				if (text.charAt(offset) == '\n') {
					line++;
				}
			}
			return line;
		}
	}
}
