package org.kaconf.generator;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A folder that holds generated files. It remembers them in a file of its own, {@value #MANIFEST}: what is in there it may overwrite and
 * remove, anything else is somebody's and stays as it is. Each file is replaced as a whole, and one that is already right is not touched.
 */
public final class OutputFolder {
	/** Lists the generated files, a path a line. */
	public static final String MANIFEST = ".kaconf-generated";
	private static final String MANIFEST_HEAD = "# Files that kaconf generated here. It removes those it no longer generates, and leaves all others.";

	private final Path root;

	public OutputFolder(Path root) {
		this.root = root.toAbsolutePath().normalize();
	}

	/**
	 * Brings the folder to exactly these files, beside those of others. Everything that can be refused is refused before the first byte is
	 * written.
	 *
	 * @throws IOException with a message of one line that names the file and says what to do
	 */
	public WriteResult write(GeneratedFiles generated) throws IOException {
		try {
			return tryWrite(generated);
		} catch (AccessDeniedException e) {
			throw new IOException(e.getFile() + ": permission denied; choose another output folder or change its permissions", e);
		} catch (FileAlreadyExistsException e) {
			throw new IOException(e.getFile() + ": is no folder, but files are to be generated below it; move it away", e);
		} catch (FileSystemException e) {
			String reason = e.getReason() == null ? "the system does not allow it" : e.getReason();
			throw new IOException(e.getFile() + ": cannot be written (" + reason + "); choose another output folder", e);
		}
	}

	private WriteResult tryWrite(GeneratedFiles generated) throws IOException {
		TreeMap<String, GeneratedFile> wanted = new TreeMap<>();
		for (GeneratedFile file : generated.files()) {
			resolve(file.relativePath());
			if (wanted.put(file.relativePath(), file) != null) {
				throw new IOException("two generated files would be " + file.relativePath() + "; rename a node or a script");
			}
		}
		for (String path : wanted.keySet()) {
			String below = wanted.higherKey(path + "/");
			if (below != null && below.startsWith(path + "/")) {
				throw new IOException("the generated file " + path + " would also be a folder; rename a node or a script");
			}
		}
		SortedSet<String> known = readManifest();
		List<GeneratedFile> changed = new ArrayList<>();
		List<String> unchanged = new ArrayList<>();
		for (GeneratedFile file : wanted.values()) {
			if (isUpToDate(file, known.contains(file.relativePath()))) {
				unchanged.add(file.relativePath());
			} else {
				changed.add(file);
			}
		}
		Files.createDirectories(root);
		// First the list and then the files: what an interrupted run leaves behind is known to the next.
		SortedSet<String> either = new TreeSet<>(known);
		either.addAll(wanted.keySet());
		writeManifest(either);
		List<String> written = new ArrayList<>();
		for (GeneratedFile file : changed) {
			replace(resolve(file.relativePath()), file.content(), file.access());
			written.add(file.relativePath());
		}
		List<String> removed = new ArrayList<>();
		for (String path : known) {
			if (!wanted.containsKey(path) && Files.deleteIfExists(resolve(path))) {
				removed.add(path);
				removeEmptyFolders(resolve(path).getParent());
			}
		}
		writeManifest(wanted.navigableKeySet());
		return new WriteResult(written, unchanged, removed);
	}

	/** Where a path leads, which is never outside of this folder: no {@code ..} and no symbolic link on the way. */
	private Path resolve(String relativePath) throws IOException {
		String problem = "\"" + relativePath + "\" is no path inside the output folder " + root;
		Path path = root;
		for (String part : relativePath.split("/", -1)) {
			if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\\') >= 0) {
				throw new IOException(problem);
			}
			try {
				path = path.resolve(part);
			} catch (InvalidPathException e) {
				throw new IOException(problem, e);
			}
			if (Files.isSymbolicLink(path)) {
				throw new IOException(path + ": is a symbolic link, and generated files are only written to real files and folders; move it away");
			}
		}
		if (path.equals(root.resolve(MANIFEST))) {
			throw new IOException(problem);
		}
		return path;
	}

	private boolean isUpToDate(GeneratedFile file, boolean ours) throws IOException {
		Path path = resolve(file.relativePath());
		if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
			return false;
		}
		boolean same = Files.isRegularFile(path) && Files.size(path) == file.content().length
				&& Arrays.equals(Files.readAllBytes(path), file.content());
		if (!same && !ours) {
			throw new IOException(path + ": would be overwritten, but was not generated by kaconf; move it away or choose another output folder");
		}
		if (Files.isDirectory(path)) {
			throw new IOException(path + ": is a folder where a file is to be generated; move it away");
		}
		return same && (!hasPermissions(path) || Files.getPosixFilePermissions(path).equals(file.access().permissions()));
	}

	private SortedSet<String> readManifest() throws IOException {
		SortedSet<String> paths = new TreeSet<>();
		Path manifest = root.resolve(MANIFEST);
		try {
			for (String line : Files.readAllLines(manifest)) {
				if (!line.isBlank() && !line.startsWith("#")) {
					resolve(line);
					paths.add(line);
				}
			}
		} catch (NoSuchFileException e) {
			return paths;
		} catch (CharacterCodingException e) {
			throw new IOException(manifest + ": is not a list of generated files; remove it and generate again", e);
		}
		return paths;
	}

	private void writeManifest(Set<String> paths) throws IOException {
		StringBuilder text = new StringBuilder(MANIFEST_HEAD).append('\n');
		paths.forEach(path -> text.append(path).append('\n'));
		byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
		Path manifest = root.resolve(MANIFEST);
		if (!Files.exists(manifest) || !Arrays.equals(Files.readAllBytes(manifest), content)) {
			replace(manifest, content, GeneratedFile.Access.READABLE);
		}
	}

	/** By a temporary file of the final permissions, so that a reader sees the old or the new file, and nobody sees a secret in between. */
	private static void replace(Path path, byte[] content, GeneratedFile.Access access) throws IOException {
		Files.createDirectories(path.getParent());
		FileAttribute<?>[] attributes = hasPermissions(path.getParent())
				? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(access.permissions())} : new FileAttribute<?>[0];
		Path temporary = Files.createTempFile(path.getParent(), ".kaconf-", ".tmp", attributes);
		try {
			Files.write(temporary, content);
			if (attributes.length > 0) {
				// The process's umask may have taken some away.
				Files.setPosixFilePermissions(temporary, access.permissions());
			}
			Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
		} finally {
			Files.deleteIfExists(temporary);
		}
	}

	private static boolean hasPermissions(Path path) {
		return path.getFileSystem().supportedFileAttributeViews().contains("posix");
	}

	private void removeEmptyFolders(Path from) throws IOException {
		for (Path folder = from; !folder.equals(root); folder = folder.getParent()) {
			try {
				Files.delete(folder);
			} catch (DirectoryNotEmptyException e) {
				return;
			}
		}
	}
}
