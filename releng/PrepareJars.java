import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * {@code java PrepareJars.java FOLDER}: makes the jars of a folder fit for an AOT cache, which keeps neither classes of signed jars nor classes of the
 * format that Java had before version 6. Removes signatures and writes old classes, which stay what they are, in a newer format.
 */
final class PrepareJars {
	private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
	private static final String MANIFEST = "META-INF/MANIFEST.MF";
	/** The oldest format that an AOT cache keeps. */
	private static final int OLDEST_KEPT = ClassFile.JAVA_6_VERSION;
	private static final int NEW_FORMAT = ClassFile.JAVA_8_VERSION;

	private final ClassFile classes;

	private PrepareJars(ClassLoader loader) {
		classes = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
				ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
	}

	public static void main(String[] arguments) throws IOException {
		List<Path> jars = new ArrayList<>();
		try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
			found.forEach(jars::add);
		}
		List<URL> places = new ArrayList<>();
		for (Path jar : jars) {
			places.add(jar.toUri().toURL());
		}
		try (URLClassLoader loader = new URLClassLoader(places.toArray(URL[]::new))) {
			PrepareJars preparation = new PrepareJars(loader);
			for (Path jar : jars) {
				preparation.prepare(jar);
			}
		}
	}

	private void prepare(Path jar) throws IOException {
		Path prepared = Files.createTempFile(jar.getParent(), "prepared", null);
		boolean changed = false;
		try (ZipFile in = new ZipFile(jar.toFile()); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(prepared))) {
			for (ZipEntry entry : Collections.list(in.entries())) {
				byte[] content = in.getInputStream(entry).readAllBytes();
				byte[] kept = SIGNATURE.matcher(entry.getName()).matches() ? null : prepared(entry.getName(), content);
				changed |= kept != content;
				if (kept != null) {
					ZipEntry copied = new ZipEntry(entry.getName());
					copied.setTime(entry.getTime());
					out.putNextEntry(copied);
					out.write(kept);
					out.closeEntry();
				}
			}
		}
		if (changed) {
			Files.move(prepared, jar, StandardCopyOption.REPLACE_EXISTING);
		} else {
			Files.delete(prepared);
		}
	}

	/** The content of an entry; the same object when it stays as it is. */
	private byte[] prepared(String name, byte[] content) throws IOException {
		return name.equals(MANIFEST) ? withoutDigests(content) : name.endsWith(".class") && version(content) < OLDEST_KEPT ? inNewFormat(content) : content;
	}

	private static int version(byte[] content) {
		return (content[6] & 0xff) << 8 | content[7] & 0xff;
	}

	/** A class whose code speaks of classes that are not there cannot be checked in the new way, and stays as it is. */
	private byte[] inNewFormat(byte[] content) {
		try {
			ClassModel old = classes.parse(content);
			return classes.transformClass(old, ClassTransform.transformingMethodBodies((code, element) -> code.with(element)).andThen((built, element) -> {
				if (element instanceof ClassFileVersion) {
					built.withVersion(NEW_FORMAT, 0);
				} else {
					built.with(element);
				}
			}));
		} catch (IllegalArgumentException unresolved) {
			return content;
		}
	}

	/** The sections about single files hold their digests. */
	private static byte[] withoutDigests(byte[] content) throws IOException {
		Manifest manifest = new Manifest(new ByteArrayInputStream(content));
		boolean changed = false;
		for (Attributes attributes : manifest.getEntries().values()) {
			changed |= attributes.keySet().removeIf(name -> name.toString().endsWith("-Digest"));
		}
		if (!changed) {
			return content;
		}
		manifest.getEntries().values().removeAll(Collections.singleton(new Attributes()));
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		manifest.write(out);
		return out.toByteArray();
	}
}
