package org.kaconf.ide.lsp;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.kaconf.ide.IdeServices;
import org.kaconf.ide.Proposal;
import org.kaconf.ide.Snapshot;
import org.kaconf.lang.SourceProvider;

/** The open documents. Texts change on the protocol's thread in the order of the messages; everything else runs beside it. */
final class Documents implements TextDocumentService, AutoCloseable {
	private final IdeServices services;
	private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
	/** By the address under which the editor opened it. */
	private final Map<String, Snapshot> open = new ConcurrentHashMap<>();
	private volatile LanguageClient client;

	Documents(IdeServices services) {
		this.services = services;
	}

	void connect(LanguageClient newClient) {
		client = newClient;
	}

	@Override
	public void close() {
		// Waits for what still runs, so that nothing is written to a stream that is given up.
		requests.close();
	}

	@Override
	public void didOpen(DidOpenTextDocumentParams params) {
		changed(params.getTextDocument().getUri(), params.getTextDocument().getText());
	}

	@Override
	public void didChange(DidChangeTextDocumentParams params) {
		changed(params.getTextDocument().getUri(), params.getContentChanges().getLast().getText());
	}

	@Override
	public void didClose(DidCloseTextDocumentParams params) {
		String uri = params.getTextDocument().getUri();
		open.remove(uri);
		path(uri).ifPresent(services::closed);
		client.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
		renew();
	}

	@Override
	public void didSave(DidSaveTextDocumentParams params) {
		// The saved text is the one that is open.
	}

	void filesChanged() {
		services.filesChanged();
		renew();
	}

	/** Only files have a place among the others of their cluster. */
	private static Optional<Path> path(String uri) {
		URI address = URI.create(uri);
		return "file".equals(address.getScheme()) ? Optional.of(Path.of(address)) : Optional.empty();
	}

	private void changed(String uri, String text) {
		path(uri).ifPresent(file -> {
			Snapshot snapshot = services.snapshot(file, text);
			open.put(uri, snapshot);
			publish(uri, snapshot);
			renew();
		});
	}

	/** What is found in one document may depend on another. */
	private void renew() {
		open.forEach((uri, old) -> services.latest(old.file()).filter(s -> s != old).ifPresent(s -> {
			open.put(uri, s);
			publish(uri, s);
		}));
	}

	/** What was found in a text that has changed meanwhile is of no use any more. */
	private void publish(String uri, Snapshot snapshot) {
		requests.execute(() -> {
			if (open.get(uri) != snapshot) {
				return;
			}
			Positions positions = new Positions(snapshot.text());
			List<org.eclipse.lsp4j.Diagnostic> diagnostics = services.diagnostics(snapshot).stream()
					.map(d -> Messages.diagnostic(d, positions, this::positionsOf)).toList();
			if (open.get(uri) == snapshot && !requests.isShutdown()) {
				client.publishDiagnostics(new PublishDiagnosticsParams(uri, diagnostics));
			}
		});
	}

	private Positions positionsOf(Path file) {
		Optional<Snapshot> snapshot = services.latest(file);
		if (snapshot.isPresent()) {
			return new Positions(snapshot.get().text());
		}
		try {
			return new Positions(SourceProvider.DISK.read(file));
		} catch (IOException goneMeanwhile) {
			return new Positions("");
		}
	}

	/** Runs a service on an open document; the fallback answers for one that is not. */
	private <T> CompletableFuture<T> answer(TextDocumentIdentifier document, T fallback, BiFunction<Snapshot, Positions, T> service) {
		Snapshot snapshot = open.get(document.getUri());
		return snapshot == null ? CompletableFuture.completedFuture(fallback)
				: CompletableFuture.supplyAsync(() -> service.apply(snapshot, new Positions(snapshot.text())), requests);
	}

	@Override
	public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
		return answer(params.getTextDocument(), Either.forLeft(List.of()), (snapshot, positions) -> {
			List<Proposal> proposals = services.completion(snapshot, positions.offset(params.getPosition()));
			List<CompletionItem> items = new ArrayList<>();
			proposals.forEach(p -> items.add(Messages.item(p, items.size(), positions)));
			return Either.forLeft(items);
		});
	}

	@Override
	public CompletableFuture<Hover> hover(HoverParams params) {
		return answer(params.getTextDocument(), null, (snapshot, positions) -> services.hover(snapshot, positions.offset(params.getPosition()))
				.map(h -> new Hover(Messages.markdown(h.markdown()), positions.range(h.offset(), h.length()))).orElse(null));
	}

	@Override
	public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(DefinitionParams params) {
		return answer(params.getTextDocument(), Either.forLeft(List.of()),
				(snapshot, positions) -> Either.forLeft(services.definition(snapshot, positions.offset(params.getPosition())).stream()
						.map(t -> Messages.location(t, this::positionsOf)).toList()));
	}

	@Override
	public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
		return answer(params.getTextDocument(), List.of(), (snapshot, positions) -> services.references(snapshot, positions.offset(params.getPosition()))
				.stream().map(t -> Messages.location(t, this::positionsOf)).toList());
	}

	@Override
	public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams params) {
		return answer(params.getTextDocument(), List.of(),
				(snapshot, positions) -> services.highlights(snapshot, positions.offset(params.getPosition())).stream()
						.map(h -> new DocumentHighlight(positions.range(h.offset(), h.length()), h.definition() ? DocumentHighlightKind.Write : DocumentHighlightKind.Read))
						.toList());
	}

	@Override
	public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(DocumentSymbolParams params) {
		return answer(params.getTextDocument(), List.of(), (snapshot, positions) -> services.outline(snapshot).stream()
				.map(s -> Either.<SymbolInformation, DocumentSymbol>forRight(Messages.symbol(s, positions))).toList());
	}

	@Override
	public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
		return answer(params.getTextDocument(), List.of(),
				(snapshot, positions) -> services.folding(snapshot).stream().map(f -> Messages.folding(f, positions)).toList());
	}

	@Override
	public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
		return answer(params.getTextDocument(), new SemanticTokens(List.of()),
				(snapshot, positions) -> new SemanticTokens(TokenTypes.encode(services.tokens(snapshot), positions)));
	}

	@Override
	public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(PrepareRenameParams params) {
		return answer(params.getTextDocument(), null, (snapshot, positions) -> services.renameTarget(snapshot, positions.offset(params.getPosition()))
				.map(t -> Either3.<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>forFirst(positions.range(t.offset(), t.length()))).orElse(null));
	}

	@Override
	public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
		return answer(params.getTextDocument(), null, (snapshot, positions) -> {
			try {
				return Messages.edit(services.rename(snapshot, positions.offset(params.getPosition()), params.getNewName()), this::positionsOf);
			} catch (IllegalArgumentException refused) {
				throw new ResponseErrorException(new ResponseError(ResponseErrorCode.InvalidParams, refused.getMessage(), null));
			}
		});
	}

	@Override
	public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
		return answer(params.getTextDocument(), List.of(), (snapshot, positions) -> {
			int start = positions.offset(params.getRange().getStart());
			int end = positions.offset(params.getRange().getEnd());
			return services.quickFixes(snapshot, start, end - start).stream()
					.map(f -> Either.<Command, CodeAction>forRight(Messages.action(f, this::positionsOf))).toList();
		});
	}

	@Override
	public CompletableFuture<List<? extends org.eclipse.lsp4j.TextEdit>> formatting(DocumentFormattingParams params) {
		return answer(params.getTextDocument(), List.of(), (snapshot, positions) -> Messages.edits(services.format(snapshot), positions));
	}

	@Override
	public CompletableFuture<List<? extends org.eclipse.lsp4j.TextEdit>> rangeFormatting(DocumentRangeFormattingParams params) {
		return answer(params.getTextDocument(), List.of(), (snapshot, positions) -> {
			int start = positions.offset(params.getRange().getStart());
			int end = positions.offset(params.getRange().getEnd());
			return Messages.edits(services.format(snapshot, start, end - start), positions);
		});
	}
}
