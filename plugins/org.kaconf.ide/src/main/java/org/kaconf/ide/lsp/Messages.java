package org.kaconf.ide.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.InsertTextMode;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.kaconf.ide.Diagnostic;
import org.kaconf.ide.Proposal;
import org.kaconf.ide.QuickFix;
import org.kaconf.ide.Severity;
import org.kaconf.ide.Symbol;
import org.kaconf.ide.Target;

/** The services' records as messages of the protocol. */
final class Messages {
	private static final String SOURCE = "kaconf";
	private static final Map<Proposal.Kind, CompletionItemKind> PROPOSALS = new EnumMap<>(Map.of(Proposal.Kind.KEYWORD, CompletionItemKind.Property,
			Proposal.Kind.BLOCK, CompletionItemKind.Keyword, Proposal.Kind.VALUE, CompletionItemKind.Value, Proposal.Kind.REFERENCE,
			CompletionItemKind.Reference, Proposal.Kind.NODE, CompletionItemKind.Unit, Proposal.Kind.VARIABLE, CompletionItemKind.Variable,
			Proposal.Kind.SNIPPET, CompletionItemKind.Snippet));
	private static final Map<Severity, DiagnosticSeverity> SEVERITIES = new EnumMap<>(Map.of(Severity.ERROR, DiagnosticSeverity.Error, Severity.WARNING,
			DiagnosticSeverity.Warning, Severity.INFO, DiagnosticSeverity.Information));
	private static final Map<Symbol.Kind, SymbolKind> SYMBOLS = new EnumMap<>(Map.ofEntries(Map.entry(Symbol.Kind.CLUSTER, SymbolKind.Package),
			Map.entry(Symbol.Kind.NODE, SymbolKind.Module), Map.entry(Symbol.Kind.GLOBALS, SymbolKind.Namespace),
			Map.entry(Symbol.Kind.INSTANCE, SymbolKind.Class), Map.entry(Symbol.Kind.SYNC_GROUP, SymbolKind.Interface),
			Map.entry(Symbol.Kind.SCRIPT, SymbolKind.Function), Map.entry(Symbol.Kind.TRACKER, SymbolKind.Function),
			Map.entry(Symbol.Kind.CHECK, SymbolKind.Event), Map.entry(Symbol.Kind.ADDRESSES, SymbolKind.Array),
			Map.entry(Symbol.Kind.REFERENCES, SymbolKind.Array), Map.entry(Symbol.Kind.DEFINITION, SymbolKind.Variable),
			Map.entry(Symbol.Kind.INCLUDE, SymbolKind.File), Map.entry(Symbol.Kind.BLOCK, SymbolKind.Object)));

	private Messages() {
	}

	/** @param rank its place in the list, which editors would otherwise sort by name */
	static CompletionItem item(Proposal proposal, int rank, Positions positions) {
		CompletionItem item = new CompletionItem(proposal.label());
		item.setKind(PROPOSALS.get(proposal.kind()));
		item.setDetail(proposal.detail());
		item.setDocumentation(markdown(proposal.documentation()));
		item.setSortText(String.format(Locale.ROOT, "%05d", rank));
		item.setInsertTextFormat(InsertTextFormat.Snippet);
		item.setInsertTextMode(InsertTextMode.AsIs);
		String text = escape(proposal.insertText().substring(0, proposal.caret())) + "$0" + escape(proposal.insertText().substring(proposal.caret()));
		item.setTextEdit(Either.forLeft(new TextEdit(positions.range(proposal.replaceOffset(), proposal.replaceLength()), text)));
		return item;
	}

	/** In a snippet's text these three characters have a meaning. */
	private static String escape(String text) {
		return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}");
	}

	static MarkupContent markdown(String text) {
		return new MarkupContent(MarkupKind.MARKDOWN, text);
	}

	static DocumentSymbol symbol(Symbol symbol, Positions positions) {
		DocumentSymbol result = new DocumentSymbol(symbol.name().isEmpty() ? "{ }" : symbol.name(), SYMBOLS.get(symbol.kind()),
				positions.range(symbol.offset(), symbol.length()), positions.range(symbol.nameOffset(), symbol.nameLength()), symbol.detail());
		result.setChildren(symbol.children().stream().map(c -> symbol(c, positions)).toList());
		return result;
	}

	static Location location(Target target, Function<Path, Positions> positionsOf) {
		return new Location(target.file().toUri().toString(), positionsOf.apply(target.file()).range(target.offset(), target.length()));
	}

	static org.eclipse.lsp4j.Diagnostic diagnostic(Diagnostic diagnostic, Positions positions, Function<Path, Positions> positionsOf) {
		org.eclipse.lsp4j.Diagnostic result = new org.eclipse.lsp4j.Diagnostic(positions.range(diagnostic.offset(), diagnostic.length()),
				diagnostic.message(), SEVERITIES.get(diagnostic.severity()), SOURCE, diagnostic.rule());
		List<DiagnosticRelatedInformation> related = diagnostic.related().stream()
				.map(r -> new DiagnosticRelatedInformation(location(r.place(), positionsOf), r.message())).toList();
		result.setRelatedInformation(related);
		return result;
	}

	static FoldingRange folding(org.kaconf.ide.FoldingRange range, Positions positions) {
		FoldingRange result = new FoldingRange(positions.position(range.offset()).getLine(), positions.position(range.offset() + range.length()).getLine());
		if (range.kind() == org.kaconf.ide.FoldingRange.Kind.COMMENT) {
			result.setKind(FoldingRangeKind.Comment);
		}
		return result;
	}

	static WorkspaceEdit edit(List<org.kaconf.ide.TextEdit> edits, Function<Path, Positions> positionsOf) {
		Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
		for (org.kaconf.ide.TextEdit edit : edits) {
			Range range = positionsOf.apply(edit.file()).range(edit.offset(), edit.length());
			changes.computeIfAbsent(edit.file().toUri().toString(), f -> new ArrayList<>()).add(new TextEdit(range, edit.newText()));
		}
		return new WorkspaceEdit(changes);
	}

	/** Edits of the text the positions are of. */
	static List<TextEdit> edits(List<org.kaconf.ide.TextEdit> edits, Positions positions) {
		return edits.stream().map(e -> new TextEdit(positions.range(e.offset(), e.length()), e.newText())).toList();
	}

	static CodeAction action(QuickFix fix, Function<Path, Positions> positionsOf) {
		CodeAction action = new CodeAction(fix.title());
		action.setKind(CodeActionKind.QuickFix);
		action.setEdit(edit(fix.edits(), positionsOf));
		return action;
	}
}
