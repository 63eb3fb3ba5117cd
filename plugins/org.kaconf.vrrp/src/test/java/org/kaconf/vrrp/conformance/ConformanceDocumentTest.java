package org.kaconf.vrrp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.kaconf.vrrp.packet.Reason;

/** docs/conformance.md and the tests it names stay together. */
class ConformanceDocumentTest {
	private static final Path ROOT = Path.of("../..");
	private static final Path HERE = Path.of("src/test/java/org/kaconf/vrrp/conformance");
	private static final Pattern REFERENCE = Pattern.compile("`(\\w+Test)#(\\w+)`");

	private static String page() throws IOException {
		return Files.readString(ROOT.resolve("docs/conformance.md"));
	}

	private static List<String> references() throws IOException {
		return REFERENCE.matcher(page()).results().map(MatchResult::group).map(text -> text.replace("`", "")).toList();
	}

	@Test
	void everyTestThatTheDocumentNamesExists() throws IOException {
		Set<String> named = new TreeSet<>(references());
		assertThat(named).hasSizeGreaterThan(40);
		Set<String> missing = new TreeSet<>(named);
		missing.removeAll(ours());
		try (Stream<Path> sources = Files.walk(ROOT.resolve("plugins"))) {
			for (Path source : sources.filter(file -> file.toString().endsWith("Test.java") && file.toString().contains("src/test/java")).toList()) {
				String name = source.getFileName().toString().replace(".java", "");
				String text = Files.readString(source);
				missing.removeIf(reference -> reference.startsWith(name + "#") && text.contains("void " + reference.substring(name.length() + 1) + "("));
			}
		}
		assertThat(missing).isEmpty();
	}

	@Test
	void everyTestOfConformanceIsNamed() throws IOException {
		assertThat(references()).containsAll(ours());
	}

	@Test
	void everyReasonForDroppingIsNamed() throws IOException {
		String page = page();
		assertThat(Reason.values()).allSatisfy(reason -> assertThat(page).contains("`" + reason.statistic() + "`"));
	}

	/** The tests of this package by section, those that a section shares with another one included. */
	private static Set<String> ours() throws IOException {
		Set<String> tests = new TreeSet<>();
		for (Class<?> section : sections()) {
			for (Class<?> type = section; type != Object.class; type = type.getSuperclass()) {
				for (Method method : type.getDeclaredMethods()) {
					if (method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class)) {
						tests.add(section.getSimpleName() + "#" + method.getName());
					}
				}
			}
		}
		return tests;
	}

	private static List<Class<?>> sections() throws IOException {
		List<Class<?>> sections = new ArrayList<>();
		try (Stream<Path> files = Files.list(HERE)) {
			for (String name : files.map(file -> file.getFileName().toString()).filter(file -> file.startsWith("Rfc")).collect(Collectors.toCollection(TreeSet::new))) {
				sections.add(Class.forName(ConformanceDocumentTest.class.getPackageName() + "." + name.replace(".java", "")));
			}
		} catch (ClassNotFoundException e) {
			throw new AssertionError(e);
		}
		return sections;
	}
}
