package org.kaconf.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormattingTest {
	private static final String UNTIDY = "a {\nb   c\nd   e\n  }\nf   g\n";

	private final IdeServices services = IdeServices.create();

	@Test
	void ofTheWholeText() {
		Snapshot snapshot = services.snapshot(Marked.FILE, UNTIDY);
		assertThat(TextEdit.apply(Marked.FILE, UNTIDY, services.format(snapshot))).isEqualTo("a {\n    b c\n    d e\n}\nf g\n");
	}

	@Test
	void ofSomeLines() {
		Snapshot snapshot = services.snapshot(Marked.FILE, UNTIDY);
		assertThat(TextEdit.apply(Marked.FILE, UNTIDY, services.format(snapshot, UNTIDY.indexOf("d "), 1))).isEqualTo("a {\nb   c\n    d e\n  }\nf   g\n");
		assertThat(TextEdit.apply(Marked.FILE, UNTIDY, services.format(snapshot, UNTIDY.indexOf("b "), 10))).isEqualTo("a {\n    b c\n    d e\n  }\nf   g\n");
		assertThat(services.format(snapshot, 0, 1)).isEmpty();
		assertThat(services.format(snapshot, -5, Integer.MAX_VALUE)).isEqualTo(services.format(snapshot));
	}

	@Test
	void asTheProjectSays(@TempDir Path folder) throws IOException {
		Files.writeString(folder.resolve("kaconf.properties"), "format.indent=2\n");
		Path file = folder.resolve("a.kaconf");
		assertThat(services.format(services.snapshot(file, "a {\nb\n}\n"))).containsExactly(new TextEdit(file, 3, 1, "\n  "));
	}
}
