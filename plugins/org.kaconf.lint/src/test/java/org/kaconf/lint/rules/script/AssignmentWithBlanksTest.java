package org.kaconf.lint.rules.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaconf.lint.Diagnostic;
import org.kaconf.lint.Lint;

class AssignmentWithBlanksTest {
	private static final String CONFIGURATION = """
			global_defs {
			    enable_script_security
			    script_user root
			}

			vrrp_script chk {
			    script "/etc/keepalived/chk.sh"
			}

			vrrp_instance VI_1 {
			    interface eth0
			    virtual_router_id 51
			    virtual_ipaddress {
			        192.0.2.10/24
			    }
			    track_script {
			        chk
			    }
			}
			""";

	@TempDir
	private Path folder;

	private List<Diagnostic> check(String script) {
		Lint.write(folder.resolve("chk.sh"), script);
		return Lint.check(folder.resolve("keepalived.conf"), CONFIGURATION);
	}

	@Test
	void isFoundInTheScriptBesideTheConfiguration() {
		String script = "#!/bin/bash\ncount = 0\nfor k in 1 2\ndo\n    check_code=$(curl -s http://localhost/)\ndone\n";
		assertThat(check(script)).singleElement().satisfies(diagnostic -> {
			assertThat(diagnostic.rule()).isEqualTo("KA5006");
			assertThat(diagnostic.origin().file()).endsWith("chk.sh");
			assertThat(Lint.marked(diagnostic, script)).isEqualTo("count = 0");
			assertThat(diagnostic.related()).singleElement().satisfies(related -> assertThat(related.origin().line()).isEqualTo(7));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = {"#!/bin/sh\ncount=0\n", "#!/bin/sh\nif [ a = b ]; then exit 1; fi\n", "#!/bin/sh\n[ $count == 0 ]\n", "#!/usr/bin/python3\ncount = 0\n",
			"count = 0\n", "", "#!/bin/sh\ntest x = y && exit 0\n", "#!/bin/sh\n# count = 0\n"})
	void otherScriptsAreLeftAlone(String script) {
		assertThat(check(script)).isEmpty();
	}
}
