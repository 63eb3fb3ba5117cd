package org.kaconf.lang;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Configurations that live in the test: file names and texts. */
final class Texts implements SourceProvider {
	static final Path FOLDER = Path.of("/virtual");
	private final Map<Path, String> texts = new HashMap<>();

	static Texts of(String... namesAndTexts) {
		Texts texts = new Texts();
		for (int i = 0; i < namesAndTexts.length; i += 2) {
			texts.texts.put(FOLDER.resolve(namesAndTexts[i]), namesAndTexts[i + 1]);
		}
		return texts;
	}

	@Override
	public String read(Path path) throws IOException {
		String text = texts.get(path);
		if (text == null) {
			throw new IOException("does not exist");
		}
		return text;
	}

	LoadOptions options() {
		return LoadOptions.DEFAULT.withSources(this).withConfigId("a");
	}

	/** Analyses the first file, which is called main.kaconf, as node a unless it says otherwise. */
	static Analysis analyse(Kaconf kaconf, String text) {
		return kaconf.analyse(FOLDER.resolve("main.kaconf"), of("main.kaconf", text).options());
	}
}
