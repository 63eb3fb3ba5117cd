package org.kaconf.ide.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conversation of an editor with the server, through streams of JSON. */
class LanguageServerTest {
	private static final String TEXT = """
			vrrp_script chk_nginx {
			    script /usr/bin/true
			    interval 2
			}
			vrrp_instance VI_1 {
			    interface eth0
			    virtual_router_id 300
			    priority 100
			    virtual_ipaddress {
			        192.0.2.10/24
			    }
			    track_script {
			        chk_nginx
			    }
			}
			""";

	private final Editor editor = new Editor();
	private LanguageServer server;
	private CompletableFuture<Integer> exitCode;
	private OutputStream toServer;
	/** The server's end of its answers; the editor stops reading when it is closed. */
	private OutputStream fromServer;
	private TextDocumentIdentifier document;

	/** What the server sends of its own accord. */
	private static final class Editor implements LanguageClient {
		final BlockingQueue<PublishDiagnosticsParams> diagnostics = new LinkedBlockingQueue<>();

		@Override
		public void publishDiagnostics(PublishDiagnosticsParams params) {
			diagnostics.add(params);
		}

		@Override
		public void telemetryEvent(Object object) {
			throw new AssertionError("the server sends no telemetry");
		}

		@Override
		public void showMessage(MessageParams params) {
			throw new AssertionError(params.getMessage());
		}

		@Override
		public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
			throw new AssertionError(params.getMessage());
		}

		@Override
		public void logMessage(MessageParams params) {
			throw new AssertionError(params.getMessage());
		}

		List<org.eclipse.lsp4j.Diagnostic> next() throws InterruptedException {
			PublishDiagnosticsParams published = diagnostics.poll(30, TimeUnit.SECONDS);
			assertThat(published).as("diagnostics").isNotNull();
			return published.getDiagnostics();
		}
	}

	@BeforeEach
	void start(@TempDir Path folder) throws IOException {
		document = new TextDocumentIdentifier(folder.resolve("keepalived.conf").toUri().toString());
		Pipe requests = Pipe.open();
		Pipe answers = Pipe.open();
		toServer = Channels.newOutputStream(requests.sink());
		InputStream serverIn = Channels.newInputStream(requests.source());
		fromServer = Channels.newOutputStream(answers.sink());
		exitCode = new CompletableFuture<>();
		Thread.ofVirtual().start(() -> {
			try {
				exitCode.complete(Main.serve(serverIn, fromServer));
			} catch (InterruptedException | RuntimeException e) {
				exitCode.completeExceptionally(e);
			}
		});
		var launcher = LSPLauncher.createClientLauncher(editor, Channels.newInputStream(answers.source()), toServer);
		launcher.startListening();
		server = launcher.getRemoteProxy();
	}

	@AfterEach
	void end() throws IOException {
		toServer.close();
		exitCode.join();
		fromServer.close();
	}

	private ServerCapabilities initialize() throws Exception {
		ServerCapabilities capabilities = server.initialize(new InitializeParams()).get(30, TimeUnit.SECONDS).getCapabilities();
		server.initialized(new InitializedParams());
		return capabilities;
	}

	private void open(String text) {
		server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(document.getUri(), "keepalived", 1, text)));
	}

	private void change(String text) {
		server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(document.getUri(), 2),
				List.of(new TextDocumentContentChangeEvent(text))));
	}

	@Test
	void answersWhatAnEditorAsks() throws Exception {
		ServerCapabilities capabilities = initialize();
		open(TEXT);
		var texts = server.getTextDocumentService();

		var hover = texts.hover(new HoverParams(document, new Position(7, 6))).get(30, TimeUnit.SECONDS);
		assertThat(hover.getContents().getRight().getValue()).contains("priority");
		assertThat(hover.getRange()).isEqualTo(new Range(new Position(7, 4), new Position(7, 12)));

		var definition = texts.definition(new DefinitionParams(document, new Position(12, 10))).get(30, TimeUnit.SECONDS).getLeft();
		assertThat(definition).singleElement().satisfies(l -> {
			assertThat(URI.create(l.getUri())).isEqualTo(URI.create(document.getUri()));
			assertThat(l.getRange()).isEqualTo(new Range(new Position(0, 12), new Position(0, 21)));
		});

		var symbols = texts.documentSymbol(new DocumentSymbolParams(document)).get(30, TimeUnit.SECONDS);
		assertThat(symbols).extracting(s -> s.getRight().getName()).containsExactly("chk_nginx", "VI_1");
		assertThat(symbols.getLast().getRight().getDetail()).isEqualTo("eth0 vrid 300");

		List<Integer> tokens = texts.semanticTokensFull(new SemanticTokensParams(document)).get(30, TimeUnit.SECONDS).getData();
		List<String> types = capabilities.getSemanticTokensProvider().getLegend().getTokenTypes();
		assertThat(tokens.subList(0, 10)).containsExactly(0, 0, 11, types.indexOf("keyword"), 0, 0, 12, 9, types.indexOf("class"), 1);
	}

	@Test
	void completesWithTheCursorWhereItBelongs() throws Exception {
		initialize();
		open("vrrp_instance VI_1 {\n    track_s\n}\n");
		List<CompletionItem> items = server.getTextDocumentService().completion(new CompletionParams(document, new Position(1, 11))).get(30, TimeUnit.SECONDS).getLeft();
		assertThat(items.getFirst().getLabel()).isEqualTo("track_script");
		assertThat(items.getFirst().getTextEdit().getLeft().getNewText()).isEqualTo("track_script {\n        $0\n    \\}");
		assertThat(items.getFirst().getTextEdit().getLeft().getRange()).isEqualTo(new Range(new Position(1, 4), new Position(1, 11)));
	}

	@Test
	void reportsWhatIsWrongAndThatItIsNoMore() throws Exception {
		initialize();
		open(TEXT);
		assertThat(editor.next()).anySatisfy(d -> {
			assertThat(d.getRange()).isEqualTo(new Range(new Position(6, 22), new Position(6, 25)));
			assertThat(d.getCode().getLeft()).startsWith("KA");
			assertThat(d.getSource()).isEqualTo("kaconf");
		});
		change(TEXT.replace("300", "30"));
		assertThat(editor.next()).noneSatisfy(d -> assertThat(d.getRange().getStart().getLine()).isEqualTo(6));
		server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(document));
		assertThat(editor.next()).isEmpty();
	}

	@Test
	void changesTexts() throws Exception {
		initialize();
		open(TEXT.replace("priority", "priorty"));
		var texts = server.getTextDocumentService();

		var renamed = texts.rename(new RenameParams(document, new Position(0, 14), "chk_web")).get(30, TimeUnit.SECONDS);
		assertThat(renamed.getChanges().values()).singleElement().satisfies(edits -> assertThat(edits).extracting(TextEdit::getNewText).containsExactly("chk_web", "chk_web"));
		assertThatThrownBy(() -> texts.rename(new RenameParams(document, new Position(0, 14), "two words")).get(30, TimeUnit.SECONDS))
				.hasRootCauseInstanceOf(ResponseErrorException.class).hasMessageContaining("'two words' cannot be the name of a tracked script");

		Range misspelt = new Range(new Position(7, 4), new Position(7, 11));
		var actions = texts.codeAction(new CodeActionParams(document, misspelt, new CodeActionContext(List.of()))).get(30, TimeUnit.SECONDS);
		assertThat(actions).anySatisfy(a -> assertThat(a.getRight().getEdit().getChanges().values()).singleElement()
				.satisfies(edits -> assertThat(edits).containsExactly(new TextEdit(misspelt, "priority"))));
	}

	@Test
	void showsWhereANameOccursAndWhatFolds() throws Exception {
		initialize();
		open(TEXT);
		var texts = server.getTextDocumentService();
		Position name = new Position(12, 10);
		assertThat(texts.references(new ReferenceParams(document, name, new ReferenceContext(true))).get(30, TimeUnit.SECONDS)).hasSize(2);
		assertThat(texts.documentHighlight(new DocumentHighlightParams(document, name)).get(30, TimeUnit.SECONDS)).extracting(DocumentHighlight::getKind)
				.containsExactly(DocumentHighlightKind.Write, DocumentHighlightKind.Read);
		assertThat(texts.foldingRange(new FoldingRangeRequestParams(document)).get(30, TimeUnit.SECONDS)).extracting(FoldingRange::getStartLine)
				.containsExactly(0, 4, 8, 11);
	}

	@Test
	void endsAsTheProtocolSays() throws Exception {
		initialize();
		server.shutdown().get(30, TimeUnit.SECONDS);
		server.exit();
		assertThat(exitCode.get(30, TimeUnit.SECONDS)).isZero();
	}

	@Test
	void anEndOfTheInputIsAnEndToo() throws Exception {
		initialize();
		toServer.close();
		assertThat(exitCode.get(30, TimeUnit.SECONDS)).isEqualTo(1);
	}

	@Test
	void formatsTextsAndRanges() throws Exception {
		initialize();
		open("a {\nb  c\nd  e\n}\n");
		var texts = server.getTextDocumentService();
		FormattingOptions ignored = new FormattingOptions(8, false);
		assertThat(texts.formatting(new DocumentFormattingParams(document, ignored)).get(30, TimeUnit.SECONDS)).hasSize(4);
		var range = new DocumentRangeFormattingParams(document, ignored, new Range(new Position(2, 0), new Position(2, 1)));
		assertThat(texts.rangeFormatting(range).get(30, TimeUnit.SECONDS)).extracting(TextEdit::getRange, TextEdit::getNewText)
				.containsExactly(tuple(new Range(new Position(1, 4), new Position(2, 0)), "\n    "), tuple(new Range(new Position(2, 1), new Position(2, 3)), " "));
	}
}
