package org.kaconf.ui.editor;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.TextUtilities;
import org.kaconf.ui.KaconfUi;

/** A new line is indented like the one above, one step more after an opening brace; a closing brace steps back. */
public final class Indentation implements IAutoEditStrategy {
	/** One step, as the formatter writes it. */
	private static final String STEP = "    ";

	@Override
	public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
		if (command.length != 0 || command.text == null) {
			return;
		}
		try {
			if (TextUtilities.equals(document.getLegalLineDelimiters(), command.text) >= 0) {
				newLine(document, command);
			} else if (command.text.equals("}")) {
				closingBrace(document, command);
			}
		} catch (BadLocationException e) {
			KaconfUi.log("Indenting", e);
		}
	}

	private static void newLine(IDocument document, DocumentCommand command) throws BadLocationException {
		IRegion line = document.getLineInformationOfOffset(command.offset);
		String before = document.get(line.getOffset(), command.offset - line.getOffset());
		String after = document.get(command.offset, line.getOffset() + line.getLength() - command.offset);
		String indent = blanksOf(before);
		if (!before.stripTrailing().endsWith("{")) {
			command.text += indent;
		} else if (after.strip().startsWith("}")) {
			String rest = command.text + indent;
			command.text += indent + STEP;
			command.caretOffset = command.offset + command.text.length();
			command.shiftsCaret = false;
			command.text += rest;
		} else {
			command.text += indent + STEP;
		}
	}

	private static void closingBrace(IDocument document, DocumentCommand command) throws BadLocationException {
		IRegion line = document.getLineInformationOfOffset(command.offset);
		String before = document.get(line.getOffset(), command.offset - line.getOffset());
		if (before.isBlank() && before.endsWith(STEP)) {
			command.offset -= STEP.length();
			command.length = STEP.length();
		} else if (before.isBlank() && before.endsWith("\t")) {
			command.offset--;
			command.length = 1;
		}
	}

	private static String blanksOf(String line) {
		return line.substring(0, line.length() - line.stripLeading().length());
	}
}
