package org.kaconf.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class FoldingTest {
	private static List<String> folded(String text) {
		IdeServices services = IdeServices.create();
		return services.folding(services.snapshot(Marked.FILE, text)).stream().map(f -> f.kind() + " " + text.substring(f.offset(), f.offset() + f.length())).toList();
	}

	@Test
	void blocksOfSeveralLines() {
		assertThat(folded("a {\n  b {\n  }\n  c { }\n}\n")).containsExactly("BLOCK a {\n  b {\n  }\n  c { }\n}", "BLOCK b {\n  }");
	}

	@Test
	void commentsNextToEachOther() {
		assertThat(folded("# one\n! two\nstate x # three\n# four\n\n# five\n# six\n")).containsExactly("COMMENT # one\n! two", "COMMENT # five\n# six");
	}

	@Test
	void definitionsOfSeveralLines() {
		assertThat(folded("$A=one\\\n  two\nstate x\n")).containsExactly("BLOCK $A=one\\\n  two");
	}

	@Test
	void anUnclosedBlockReachesToItsLastLine() {
		assertThat(folded("vrrp_instance A {\n  priority 1\n\nvrrp_instance B {\n}\n")).containsExactly("BLOCK vrrp_instance A {\n  priority 1",
				"BLOCK vrrp_instance B {\n}");
	}
}
