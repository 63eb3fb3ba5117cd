package org.kaconf.runtime.tracking;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.kaconf.model.TrackFile;
import org.kaconf.runtime.control.Messages;
import org.kaconf.runtime.linux.DirectoryEvents;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.loop.EventLoop;
import org.kaconf.runtime.loop.Log;

/** Watches the folders of tracked files and reads a file when it was written, on a thread of its own. A file that is not there counts as holding 0. */
final class FileWatch implements AutoCloseable {
	private static final int MAXIMUM_BYTES = 127;

	/** A file under its real name. @param folder its number */
	private record Watched(TrackFile file, int folder, Path path) {
	}

	private final EventLoop loop;
	private final Log log;
	private final BiConsumer<TrackFile, Integer> changed;
	private final DirectoryEvents events;
	private final List<Watched> watched = new ArrayList<>();
	private final Map<TrackFile, Integer> first = new HashMap<>();
	private final ExecutorService reader = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("files").factory());

	/** @param changed called on the loop's thread with a file's number whenever it was written */
	FileWatch(List<TrackFile> files, EventLoop loop, Log log, BiConsumer<TrackFile, Integer> changed) throws LinuxException {
		this.loop = loop;
		this.log = log;
		this.changed = changed;
		events = new DirectoryEvents();
		loop.add(events, () -> events.read(this::written, this::readAll));
		files.forEach(this::watch);
	}

	/** How things stood at first. */
	Map<TrackFile, Integer> first() {
		return first;
	}

	private void watch(TrackFile file) {
		try {
			Path real = realPath(Path.of(file.path()));
			watched.add(new Watched(file, events.add(real.getParent().toString()), real));
			first.put(file, read(real).orElse(0));
		} catch (IOException e) {
			log.info("Track file " + file.name() + " is not watched: " + Messages.of(e) + ": " + file.path());
			first.put(file, 0);
		}
	}

	/** Of a file that is not there yet, the folder must be. */
	private static Path realPath(Path path) throws IOException {
		try {
			return path.toRealPath();
		} catch (NoSuchFileException notYet) {
			return path.toAbsolutePath().getParent().toRealPath().resolve(path.getFileName());
		}
	}

	private void written(int folder, String name) {
		watched.stream().filter(w -> w.folder == folder && w.path.getFileName().toString().equals(name)).forEach(this::readLater);
	}

	private void readAll() {
		watched.forEach(this::readLater);
	}

	private void readLater(Watched file) {
		reader.execute(() -> read(file.path).ifPresent(value -> loop.post(() -> changed.accept(file.file, value))));
	}

	/** @return empty for a number that does not count */
	private OptionalInt read(Path path) {
		if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
			return OptionalInt.of(0);
		}
		try (InputStream in = Files.newInputStream(path)) {
			String text = new String(in.readNBytes(MAXIMUM_BYTES), StandardCharsets.ISO_8859_1);
			OptionalInt value = FileNumber.parse(text);
			if (value.isEmpty()) {
				log.info("Invalid number read from " + path + " - ignoring");
			}
			return value;
		} catch (IOException gone) {
			return OptionalInt.of(0);
		}
	}

	@Override
	public void close() {
		reader.shutdownNow();
		loop.remove(events);
		events.close();
	}
}
