package org.kaconf.lang;

import java.nio.file.Path;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.util.ITextRegion;
import org.kaconf.lang.kaconf.KaconfFile;
import org.kaconf.model.Origin;

/** A file as written. */
public final class SourceFile {
	private final Path path;
	private final String displayPath;
	private final String text;
	private final KaconfFile ast;
	private final LineMap lines;

	SourceFile(Path path, String displayPath, String text, KaconfFile ast) {
		this.path = path;
		this.displayPath = displayPath;
		this.text = text;
		this.ast = ast;
		this.lines = new LineMap(text);
	}

	/** Absolute. */
	public Path path() {
		return path;
	}

	/** As the user gave it, or as an include resolved it: the file of origins. */
	public String displayPath() {
		return displayPath;
	}

	public String text() {
		return text;
	}

	/** The tree of the file as written, with cluster blocks, conditions and definitions. */
	public KaconfFile ast() {
		return ast;
	}

	public LineMap lines() {
		return lines;
	}

	/** Where an element of {@link #ast()} stands: its first line up to its block, as {@link Regions#head}. */
	public Origin origin(EObject element) {
		ITextRegion region = Regions.head(element);
		return origin(region.getOffset(), region.getLength());
	}

	public Origin origin(int offset, int length) {
		int end = offset + length;
		return new Origin(displayPath, lines.line(offset), lines.column(offset), lines.line(end), lines.column(end));
	}

	@Override
	public String toString() {
		return displayPath;
	}
}
