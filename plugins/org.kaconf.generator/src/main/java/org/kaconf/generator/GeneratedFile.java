package org.kaconf.generator;

import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

import org.kaconf.lang.ForeignBytes;

/**
 * A file to write.
 *
 * @param relativePath below the output folder, parts separated by a slash
 */
public record GeneratedFile(String relativePath, byte[] content, Access access) {
	/** Who may do what with a file. */
	public enum Access {
		/** Everyone reads it. */
		READABLE("rw-r--r--"),
		/** Everyone reads and runs it: check scripts run as an unprivileged user. */
		EXECUTABLE("rwxr-xr-x"),
		/** Only the owner: it holds the password of the virtual routers. */
		SECRET("rw-------");

		private final Set<PosixFilePermission> permissions;

		Access(String permissions) {
			this.permissions = PosixFilePermissions.fromString(permissions);
		}

		public Set<PosixFilePermission> permissions() {
			return permissions;
		}
	}

	static GeneratedFile of(String relativePath, String text, Access access) {
		return new GeneratedFile(relativePath, ForeignBytes.encode(text), access);
	}

	public boolean executable() {
		return access == Access.EXECUTABLE;
	}

	/** The content of a text file, and all generated files are. */
	public String text() {
		return ForeignBytes.decode(content);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof GeneratedFile file && relativePath.equals(file.relativePath) && access == file.access
				&& Arrays.equals(content, file.content);
	}

	@Override
	public int hashCode() {
		return Objects.hash(relativePath, access, Arrays.hashCode(content));
	}

	@Override
	public String toString() {
		return relativePath + " (" + content.length + " bytes)";
	}
}
