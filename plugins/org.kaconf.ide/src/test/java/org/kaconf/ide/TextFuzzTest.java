package org.kaconf.ide;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** A coverage-guided fuzzer over the whole way of a text; its inputs are regression tests when it does not fuzz. docs/architecture.md says how it runs for long. */
class TextFuzzTest {
	@FuzzTest(maxDuration = "10s")
	void texts(byte[] bytes) {
		TextFuzzer.fuzzerTestOneInput(bytes);
	}
}
