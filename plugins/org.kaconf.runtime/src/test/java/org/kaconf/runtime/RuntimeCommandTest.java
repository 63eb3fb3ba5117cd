package org.kaconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The JVM's options. */
class RuntimeCommandTest {
	private static final String LENIENT = "-XX:+IgnoreUnrecognizedVMOptions";

	private record Ended(int code, String output) {
	}

	/** All up to the class path. */
	private static List<String> javaWithOptions() {
		List<String> words = RuntimeCommand.of();
		return new ArrayList<>(words.subList(0, words.indexOf("-cp")));
	}

	private static Ended run(List<String> words) throws IOException, InterruptedException {
		words.add("-version");
		Process java = new ProcessBuilder(words).redirectErrorStream(true).start();
		String output = new String(java.getInputStream().readAllBytes());
		return new Ended(java.waitFor(), output);
	}

	/** A mistyped one would be passed over without a word. */
	@Test
	void thisJavaKnowsThemAll() throws Exception {
		List<String> words = javaWithOptions();
		assertThat(words.remove(LENIENT)).isTrue();
		assertThat(run(words)).satisfies(ended -> assertThat(ended.code).as(ended.output).isZero());
	}

	/** Nor does it complain of a method that it does not have. */
	@Test
	void whatShallNotBeCompiledIsThere() throws Exception {
		String exclude = "-XX:CompileCommand=exclude,";
		List<String> methods = javaWithOptions().stream().filter(word -> word.startsWith(exclude)).map(word -> word.substring(exclude.length())).toList();
		assertThat(methods).isNotEmpty();
		for (String method : methods) {
			String[] classAndName = method.split("::");
			assertThat(Class.forName(classAndName[0]).getDeclaredMethods()).as(method).extracting(Method::getName).contains(classAndName[1]);
		}
	}

	@Test
	void aJavaThatDoesNotKnowOneStartsWithoutIt() throws Exception {
		List<String> words = javaWithOptions();
		words.add("-XX:NoSuchInterval=60000");
		assertThat(run(words)).satisfies(ended -> assertThat(ended.code).as(ended.output).isZero());
	}
}
