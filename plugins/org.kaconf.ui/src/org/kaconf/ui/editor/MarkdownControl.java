package org.kaconf.ui.editor;

import org.eclipse.jface.resource.FontRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.AbstractInformationControl;
import org.eclipse.jface.text.AbstractReusableInformationControlCreator;
import org.eclipse.jface.text.IInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IInformationControlExtension2;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** Shows Markdown in a hover or beside the completion list. */
final class MarkdownControl extends AbstractInformationControl implements IInformationControlExtension2 {
	static final IInformationControlCreator CREATOR = new AbstractReusableInformationControlCreator() {
		@Override
		protected IInformationControl doCreateInformationControl(Shell parent) {
			return new MarkdownControl(parent, false);
		}
	};

	private static final IInformationControlCreator RESIZABLE = new AbstractReusableInformationControlCreator() {
		@Override
		protected IInformationControl doCreateInformationControl(Shell parent) {
			return new MarkdownControl(parent, true);
		}
	};

	private static final int DEFAULT_WIDTH = 460;
	private static final int MARGIN = 6;

	private final int scrolling;
	private StyledText widget;

	private MarkdownControl(Shell parent, boolean resizable) {
		super(parent, resizable);
		scrolling = resizable ? SWT.V_SCROLL : SWT.NONE;
		create();
	}

	@Override
	protected void createContent(Composite parent) {
		widget = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | scrolling);
		widget.setForeground(parent.getForeground());
		widget.setBackground(parent.getBackground());
		widget.setFont(JFaceResources.getDialogFont());
		widget.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
		widget.setLineSpacing(1);
	}

	@Override
	public void setInput(Object input) {
		setInformation(String.valueOf(input));
	}

	@Override
	public void setInformation(String markdown) {
		Markdown content = Markdown.of(markdown);
		widget.setText(content.text());
		for (Markdown.Span span : content.spans()) {
			StyleRange range = new StyleRange(span.offset(), span.length(), null, null);
			Markdown.Look look = span.look();
			range.fontStyle = (look.bold() ? SWT.BOLD : SWT.NORMAL) | (look.italic() ? SWT.ITALIC : SWT.NORMAL);
			if (look.code()) {
				FontRegistry fonts = JFaceResources.getFontRegistry();
				range.font = look.bold() ? fonts.getBold(JFaceResources.TEXT_FONT) : look.italic() ? fonts.getItalic(JFaceResources.TEXT_FONT)
						: fonts.get(JFaceResources.TEXT_FONT);
			}
			widget.setStyleRange(range);
		}
	}

	@Override
	public boolean hasContents() {
		return widget.getCharCount() > 0;
	}

	/** As wide as the longest line up to the limit, as high as the wrapped text. Asked of the widget: in a combined hover it has another shell. */
	@Override
	public Point computeSizeHint() {
		Point limits = getSizeConstraints();
		int widest = limits == null || limits.x == SWT.DEFAULT ? DEFAULT_WIDTH : Math.max(limits.x, DEFAULT_WIDTH);
		int width = Math.min(widget.computeSize(SWT.DEFAULT, SWT.DEFAULT, true).x, widest);
		Point size = widget.computeSize(width, SWT.DEFAULT, true);
		Rectangle trim = computeTrim();
		int height = limits == null || limits.y == SWT.DEFAULT ? size.y : Math.min(size.y, Math.max(limits.y, 2 * DEFAULT_WIDTH / 3));
		return new Point(size.x + trim.width, height + trim.height);
	}

	@Override
	public IInformationControlCreator getInformationPresenterControlCreator() {
		return RESIZABLE;
	}
}
