package org.kaconf.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Manifest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The floors of docs/architecture.md: a bundle knows only bundles of floors below its own, and only what its floor may know. */
class FloorsTest {

	/** Floor of each bundle, by the last part of its package. */
	private static final TreeMap<String, Integer> FLOORS = new TreeMap<>(Map.ofEntries(
			Map.entry("model", 1),
			Map.entry("vrrp", 2), Map.entry("lang", 2),
			Map.entry("simulation", 3), Map.entry("runtime", 3),
			Map.entry("lint", 4), Map.entry("generator", 4),
			Map.entry("ide", 5), Map.entry("cli", 5), Map.entry("maven", 5),
			Map.entry("ui", 6), Map.entry("launching", 6)));

	/** Built by Tycho, so not on this class path; what they know is seen in their manifests. */
	private static final Set<String> NOT_HERE = Set.of("ui", "launching");

	/** The command line is one program: it starts the language server and the editor's services too. */
	private static final Set<String> SAME_FLOOR_ALLOWED = Set.of("cli->ide");

	private static final JavaClasses CLASSES = new ClassFileImporter()
			.withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.kaconf");

	@TestFactory
	List<DynamicTest> importsGoDown() {
		return FLOORS.keySet().stream().filter(bundle -> !NOT_HERE.contains(bundle)).map(bundle -> DynamicTest.dynamicTest(bundle, () -> {
			assertThat(CLASSES.stream().filter(in(bundle))).as("classes of org.kaconf." + bundle + " on the class path").isNotEmpty();
			noClasses().that(in(bundle)).should().dependOnClassesThat(aboveOrBeside(bundle))
					.because("org.kaconf." + bundle + " is on floor " + FLOORS.get(bundle) + " and knows only floors below").check(CLASSES);
		})).toList();
	}

	@Test
	void everyBundleHasAFloor() {
		assertThat(CLASSES.stream().map(type -> bundleOf(type.getPackageName())).distinct()).isSubsetOf(FLOORS.keySet());
	}

	@Test
	void nothingBelowTheWorkbenchKnowsIt() {
		noClasses().should().dependOnClassesThat().resideInAnyPackage("org.eclipse.ui..", "org.eclipse.swt..", "org.eclipse.jface..", "org.eclipse.core.resources..")
				.check(CLASSES);
	}

	@Test
	void theRuntimeNeverSeesTheLanguage() {
		noClasses().that(in("runtime").or(in("vrrp")).or(in("model")).or(in("simulation")))
				.should().dependOnClassesThat().resideInAnyPackage("org.eclipse..", "com.google.inject..", "com.google.common..", "org.antlr..")
				.check(CLASSES);
	}

	@Test
	void theProtocolCoreHasNoClockAndNoInputOrOutput() {
		noClasses().that(in("vrrp")).should().dependOnClassesThat(
				new DescribedPredicate<JavaClass>("sockets, channels, threads, clocks or processes") {
					@Override
					public boolean test(JavaClass type) {
						String name = type.getName();
						return name.startsWith("java.net.") && !name.startsWith("java.net.Inet") && !name.equals("java.net.UnknownHostException")
								|| name.startsWith("java.nio.channels.") || name.startsWith("java.nio.file.")
								|| name.startsWith("java.util.concurrent.") || name.startsWith("java.util.Timer")
								|| name.startsWith("java.time.Clock") || name.startsWith("java.lang.foreign.")
								|| name.equals("java.lang.Thread") || name.equals("java.lang.Process") || name.equals("java.lang.ProcessBuilder");
					}
				}).check(CLASSES);
		noClasses().that(in("vrrp").or(in("simulation"))).should().callMethod(System.class, "nanoTime")
				.orShould().callMethod(System.class, "currentTimeMillis")
				.orShould().callMethod(java.time.Instant.class, "now").check(CLASSES);
	}

	@Test
	void onlyTheRuntimeSpeaksToTheSystem() {
		classes().that().resideOutsideOfPackages("org.kaconf.runtime..", "org.kaconf.cli..")
				.should().onlyDependOnClassesThat().resideOutsideOfPackages("java.lang.foreign..").check(CLASSES);
	}

	/** The two bundles of the top floor stand side by side, and both reach the model through the manifest they declare. */
	@Test
	void theTopFloorStandsApart() throws IOException {
		assertThat(required("org.kaconf.ui")).contains("org.kaconf.ide").doesNotContain("org.kaconf.launching", "org.kaconf.runtime", "org.kaconf.cli");
		assertThat(required("org.kaconf.launching")).contains("org.kaconf.ide").doesNotContain("org.kaconf.ui", "org.kaconf.runtime", "org.kaconf.cli");
	}

	private static Set<String> required(String bundle) throws IOException {
		try (var in = Files.newInputStream(Path.of(System.getProperty("kaconf.root"), "plugins", bundle, "META-INF/MANIFEST.MF"))) {
			Set<String> names = new TreeSet<>();
			for (String clause : new Manifest(in).getMainAttributes().getValue("Require-Bundle").split(",")) {
				names.add(clause.split(";")[0].strip());
			}
			return names;
		}
	}

	private static DescribedPredicate<JavaClass> in(String bundle) {
		return DescribedPredicate.describe("in org.kaconf." + bundle, type -> bundle.equals(bundleOf(type.getPackageName())));
	}

	private static DescribedPredicate<JavaClass> aboveOrBeside(String bundle) {
		return DescribedPredicate.describe("on or above floor " + FLOORS.get(bundle), type -> {
			String other = bundleOf(type.getPackageName());
			return other != null && !other.equals(bundle) && FLOORS.getOrDefault(other, Integer.MAX_VALUE) >= FLOORS.get(bundle)
					&& !SAME_FLOOR_ALLOWED.contains(bundle + "->" + other);
		});
	}

	/** The bundle a package belongs to by the naming rule, null for packages of others. */
	private static String bundleOf(String packageName) {
		return packageName.startsWith("org.kaconf.") ? packageName.split("\\.")[2] : null;
	}
}
