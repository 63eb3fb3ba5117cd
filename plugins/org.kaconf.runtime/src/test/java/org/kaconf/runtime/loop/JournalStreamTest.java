package org.kaconf.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalStreamTest {
	@TempDir
	Path folder;
	private Path stream;

	@BeforeEach
	void open() throws IOException {
		stream = Files.createFile(folder.resolve("stream"));
	}

	static String identity(Path file) throws IOException {
		return Files.getAttribute(file, "unix:dev") + ":" + Files.getAttribute(file, "unix:ino");
	}

	@Test
	void isTheJournalWhenItIsWhatSystemdNamed() throws IOException {
		assertThat(new JournalStream(identity(stream), stream).isJournal()).isTrue();
		Path descriptor = Files.createSymbolicLink(folder.resolve("2"), stream);
		assertThat(new JournalStream(identity(stream), descriptor).isJournal()).as("by the way of a link, as all descriptors below /proc are").isTrue();
	}

	/** Such as that of a program which a service has started with its output redirected. */
	@Test
	void isNotTheJournalWhenSystemdNamedAnother() throws IOException {
		Path other = Files.createFile(folder.resolve("other"));
		assertThat(new JournalStream(identity(other), stream).isJournal()).isFalse();
		long device = (Long) Files.getAttribute(stream, "unix:dev");
		long inode = (Long) Files.getAttribute(stream, "unix:ino");
		assertThat(new JournalStream((device + 1) + ":" + inode, stream).isJournal()).as("the same number on another device").isFalse();
	}

	@Test
	void isNotTheJournalWhenSystemdNamedNone() {
		assertThat(new JournalStream(null, stream).isJournal()).isFalse();
		assertThat(new JournalStream("", stream).isJournal()).isFalse();
		assertThat(new JournalStream("journal", stream).isJournal()).isFalse();
	}

	@Test
	void isNotTheJournalWhenItCannotBeLookedAt() throws IOException {
		String identity = identity(stream);
		Files.delete(stream);
		assertThat(new JournalStream(identity, stream).isJournal()).isFalse();
	}
}
