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

import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.kaconf.ide.IdeServices;
import org.kaconf.ide.Proposal;
import org.kaconf.ide.Snapshot;
import org.kaconf.lang.SourceProvider;

/** Answers an editor's requests. Texts change on the protocol's thread in the order of the messages; everything else runs beside it. */
final class KaconfLanguageServer implements LanguageServer, LanguageClientAware, TextDocumentService, WorkspaceService, AutoCloseable {
	private final IdeServices services;
	private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
	/** Text and address of each open document, as the editor named it. */
	private final Map<String, Snapshot> open = new ConcurrentHashMap<>();
	private LanguageClient client;
	private Runnable onExit = () -> {
	};
	private volatile boolean shutDown;

	KaconfLanguageServer(IdeServices services) {
		this.services = services;
	}

	void onExit(Runnable action) {
		onExit = action;
	}

	int exitCode() {
		return shutDown ? 0 : 1;
	}

	@Override
	public void connect(LanguageClient newClient) {
		client = newClient;
	}

	@Override
	public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
		ServerCapabilities capabilities = new ServerCapabilities();
		capabilities.setTextDocumentSync(TextDocumentSyncKind.Full);
		capabilities.setCompletionProvider(new CompletionOptions(false, List.of("@", "$", "{")));
		capabilities.setHoverProvider(true);
		capabilities.setDefinitionProvider(true);
		capabilities.setDocumentSymbolProvider(true);
		capabilities.setSemanticTokensProvider(new SemanticTokensWithRegistrationOptions(TokenTypes.legend(), true));
		return CompletableFuture.completedFuture(new InitializeResult(capabilities, new ServerInfo("kaconf")));
	}

	@Override
	public CompletableFuture<Object> shutdown() {
		shutDown = true;
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public void exit() {
		onExit.run();
	}

	@Override
	public void close() {
		// Waits for what still runs, so that nothing is written to a stream that is given up.
		requests.close();
	}

	@Override
	public TextDocumentService getTextDocumentService() {
		return this;
	}

	@Override
	public WorkspaceService getWorkspaceService() {
		return this;
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
	}

	@Override
	public void didSave(DidSaveTextDocumentParams params) {
		// The saved text is the one that is open.
	}

	@Override
	public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
		services.filesChanged();
		open.replaceAll((uri, snapshot) -> services.snapshot(snapshot.file(), snapshot.text()));
		open.forEach(this::publish);
	}

	@Override
	public void didChangeConfiguration(DidChangeConfigurationParams params) {
		// There is nothing to configure: severities are set in kaconf.properties.
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
		});
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
		Position position = params.getPosition();
		return answer(params.getTextDocument(), Either.forLeft(List.of()), (snapshot, positions) -> Either.forLeft(
				services.definition(snapshot, positions.offset(position)).stream().map(t -> Messages.location(t, this::positionsOf)).toList()));
	}

	@Override
	public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(DocumentSymbolParams params) {
		return answer(params.getTextDocument(), List.of(), (snapshot, positions) -> services.outline(snapshot).stream()
				.map(s -> Either.<SymbolInformation, DocumentSymbol>forRight(Messages.symbol(s, positions))).toList());
	}

	@Override
	public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
		return answer(params.getTextDocument(), new SemanticTokens(List.of()),
				(snapshot, positions) -> new SemanticTokens(TokenTypes.encode(services.tokens(snapshot), positions)));
	}
}
