package org.kaconf.runtime.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.kaconf.runtime.DaemonException;
import org.kaconf.runtime.ExitCode;
import org.kaconf.runtime.linux.Account;
import org.kaconf.runtime.linux.FileMode;

/** Where control sockets are and how a daemon takes one. */
public final class ControlSocket {
	/** sun_path of unix(7) without its closing zero. */
	private static final int MAXIMUM_PATH_BYTES = 107;

	private ControlSocket() {
	}

	/** {@code /run/kaconf/NODE.sock} for root, else {@code kaconf/NODE.sock} below $XDG_RUNTIME_DIR or, without one, below ~/.local/state. */
	public static Path defaultPath(String node) {
		String file = node.replace('/', '_') + ".sock";
		if (Account.currentUser() == 0) {
			return Path.of("/run/kaconf", file);
		}
		String runtimeFolder = System.getenv("XDG_RUNTIME_DIR");
		Path folder = runtimeFolder != null ? Path.of(runtimeFolder) : Path.of(System.getProperty("user.home"), ".local", "state");
		return folder.resolve("kaconf").resolve(file);
	}

	/** Loads what {@link #listen} needs; for a thread that does so while another one reads the configuration. */
	public static void prepare() {
		try {
			ServerSocketChannel.open(StandardProtocolFamily.UNIX).close();
		} catch (IOException e) {
			// Listening will say what is wrong.
		}
	}

	/** Listens at a path, mode 0600; replaces what a daemon that is gone left behind. To be called while one thread runs. */
	static ServerSocketChannel listen(Path path) throws DaemonException {
		if (path.toString().getBytes().length > MAXIMUM_PATH_BYTES) {
			throw new DaemonException(ExitCode.USAGE, "control socket " + path + ": the path is longer than " + MAXIMUM_PATH_BYTES + " bytes; choose another with --control");
		}
		removeStale(path);
		try {
			if (path.getParent() != null && !Files.isDirectory(path.getParent())) {
				// Whatever the umask says: who could write here could put another socket, or another dump of the status, in the place of this daemon's.
				Files.createDirectories(path.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
			}
			ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
			try {
				FileMode.ownerOnly(() -> channel.bind(UnixDomainSocketAddress.of(path)));
			} catch (IOException e) {
				channel.close();
				throw e;
			}
			return channel;
		} catch (IOException e) {
			throw new DaemonException(ExitCode.FAILURE, "control socket " + path + " cannot be made: " + Messages.of(e) + "; choose another with --control", e);
		}
	}

	private static void removeStale(Path path) throws DaemonException {
		if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || Files.isDirectory(path) || Files.isSymbolicLink(path)) {
			throw new DaemonException(ExitCode.USAGE, "control socket " + path + ": there is something else of this name; choose another with --control");
		}
		try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
			probe.connect(UnixDomainSocketAddress.of(path));
			throw new DaemonException(ExitCode.IN_USE,
					"control socket " + path + " is in use by another running daemon; stop that one or choose another with --control");
		} catch (IOException nobodyListens) {
			delete(path);
		}
	}

	static void delete(Path path) {
		try {
			Files.deleteIfExists(path);
		} catch (IOException e) {
			// Binding will say what is wrong, and at the end there is nobody to tell.
		}
	}
}
