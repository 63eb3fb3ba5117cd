package org.kaconf.ide.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.kaconf.ide.IdeServices;

/** Beginning and end of a conversation with an editor, and what concerns no single document. */
final class KaconfLanguageServer implements LanguageServer, LanguageClientAware, WorkspaceService, AutoCloseable {
	private final Documents documents;
	private Runnable onExit = () -> {
	};
	private volatile boolean shutDown;

	KaconfLanguageServer(IdeServices services) {
		documents = new Documents(services);
	}

	void onExit(Runnable action) {
		onExit = action;
	}

	int exitCode() {
		return shutDown ? 0 : 1;
	}

	@Override
	public void connect(LanguageClient client) {
		documents.connect(client);
	}

	@Override
	public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
		ServerCapabilities capabilities = new ServerCapabilities();
		capabilities.setTextDocumentSync(TextDocumentSyncKind.Full);
		capabilities.setCompletionProvider(new CompletionOptions(false, List.of("@", "$", "{")));
		capabilities.setHoverProvider(true);
		capabilities.setDefinitionProvider(true);
		capabilities.setReferencesProvider(true);
		capabilities.setDocumentHighlightProvider(true);
		capabilities.setDocumentSymbolProvider(true);
		capabilities.setFoldingRangeProvider(true);
		capabilities.setDocumentFormattingProvider(true);
		capabilities.setDocumentRangeFormattingProvider(true);
		capabilities.setRenameProvider(new RenameOptions(true));
		capabilities.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
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
		documents.close();
	}

	@Override
	public TextDocumentService getTextDocumentService() {
		return documents;
	}

	@Override
	public WorkspaceService getWorkspaceService() {
		return this;
	}

	@Override
	public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
		documents.filesChanged();
	}

	@Override
	public void didChangeConfiguration(DidChangeConfigurationParams params) {
		// There is nothing to configure: severities and layout are set in kaconf.properties.
	}
}
