import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** {@code java UnsignJars.java FOLDER}: removes the signatures from the jars of a folder, all else stays as it is. */
final class UnsignJars {
	private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
	private static final String MANIFEST = "META-INF/MANIFEST.MF";

	public static void main(String[] arguments) throws IOException {
		try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
			for (Path jar : jars) {
				unsign(jar);
			}
		}
	}

	private static void unsign(Path jar) throws IOException {
		try (ZipFile in = new ZipFile(jar.toFile())) {
			if (in.stream().noneMatch(entry -> SIGNATURE.matcher(entry.getName()).matches())) {
				return;
			}
			Path unsigned = Files.createTempFile(jar.getParent(), "unsigned", null);
			try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(unsigned))) {
				for (ZipEntry entry : Collections.list(in.entries())) {
					if (!SIGNATURE.matcher(entry.getName()).matches()) {
						copy(in, entry, out);
					}
				}
			}
			Files.move(unsigned, jar, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static void copy(ZipFile in, ZipEntry entry, ZipOutputStream out) throws IOException {
		ZipEntry copied = new ZipEntry(entry.getName());
		copied.setTime(entry.getTime());
		out.putNextEntry(copied);
		try (InputStream content = in.getInputStream(entry)) {
			if (entry.getName().equals(MANIFEST)) {
				withoutDigests(content, out);
			} else {
				content.transferTo(out);
			}
		}
		out.closeEntry();
	}

	/** The sections about single files hold their digests. */
	private static void withoutDigests(InputStream content, OutputStream out) throws IOException {
		Manifest manifest = new Manifest(content);
		manifest.getEntries().values().forEach(attributes -> attributes.keySet().removeIf(name -> name.toString().endsWith("-Digest")));
		manifest.getEntries().values().removeAll(Collections.singleton(new java.util.jar.Attributes()));
		manifest.write(out);
	}
}
