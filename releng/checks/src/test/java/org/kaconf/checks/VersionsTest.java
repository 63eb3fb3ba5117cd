package org.kaconf.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The Eclipse target platform and the root pom name one version for one artifact. */
class VersionsTest {

	private static final Path ROOT = Path.of(System.getProperty("kaconf.root"));

	/** One version in the pom governs all artifacts of such a group. */
	private static final Map<String, String> GROUP_VERSIONS = Map.of(
			"org.eclipse.xtext", "xtext.version", "org.eclipse.lsp4j", "lsp4j.version",
			"org.junit.jupiter", "junit.version", "org.junit.platform", "junit-platform.version", "org.junit.vintage", "junit.version");

	@Test
	void targetAndPomAgree() throws Exception {
		Document pom = parse("pom.xml");
		Map<String, String> properties = new HashMap<>();
		NodeList values = ((Element) pom.getElementsByTagName("properties").item(0)).getElementsByTagName("*");
		for (int i = 0; i < values.getLength(); i++) {
			properties.put(values.item(i).getNodeName(), values.item(i).getTextContent());
		}
		Map<String, String> managed = new TreeMap<>();
		artifacts(pom).forEach(artifact -> managed.put(artifact.name, resolve(artifact.version, properties)));

		int compared = 0;
		for (Artifact artifact : artifacts(parse("releng/target-platform/kaconf.target"))) {
			String expected = managed.get(artifact.name);
			String governing = GROUP_VERSIONS.get(artifact.name.substring(0, artifact.name.indexOf(':')));
			if (expected == null && governing != null) {
				expected = properties.get(governing);
			}
			if (expected != null) {
				assertThat(artifact.version).as("version of %s in kaconf.target, against the root pom", artifact.name).isEqualTo(expected);
				compared++;
			}
		}
		assertThat(compared).as("artifacts named in both").isGreaterThan(20);
	}

	private record Artifact(String name, String version) {
	}

	private static List<Artifact> artifacts(Document document) {
		List<Artifact> result = new ArrayList<>();
		NodeList list = document.getElementsByTagName("dependency");
		for (int i = 0; i < list.getLength(); i++) {
			Element dependency = (Element) list.item(i);
			String version = text(dependency, "version");
			if (version != null) {
				result.add(new Artifact(text(dependency, "groupId") + ":" + text(dependency, "artifactId"), version));
			}
		}
		return result;
	}

	private static String text(Element parent, String child) {
		NodeList list = parent.getElementsByTagName(child);
		return list.getLength() == 0 ? null : list.item(0).getTextContent().strip();
	}

	private static String resolve(String version, Map<String, String> properties) {
		return Pattern.compile("\\$\\{(.*?)}").matcher(version).replaceAll(match -> properties.getOrDefault(match.group(1), ""));
	}

	private static Document parse(String file) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(ROOT.resolve(file).toFile());
	}
}
