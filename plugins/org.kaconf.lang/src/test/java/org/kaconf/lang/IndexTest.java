package org.kaconf.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.kaconf.model.Origin;

class IndexTest {
	private static final String TEXT = """
			$PRIO=100
			cluster web {
			    node a {
			    }
			}
			vrrp_script "chk 1" {
			    script /x
			}
			vrrp_sync_group G {
			    group {
			        V W
			    }
			}
			vrrp_instance V {
			    @a priority ${PRIO}
			    @^b priority $NOPE # ${PRIO}
			    track_script {
			        "chk 1" weight 5
			        gone
			    }
			}
			""";
	private final Index index = Texts.analyse(Kaconf.create(), TEXT).index();

	@Test
	void definitions() {
		assertThat(index.definitions()).extracting(d -> d.kind() + " " + d.name()).containsExactlyInAnyOrder("variable PRIO", "cluster web", "node a", "script chk 1", "sync-group G", "instance V");
		assertThat(definition("chk 1").origin()).as("without quotes").isEqualTo(at(6, 14, 19));
		assertThat(definition("chk 1").element()).isEqualTo(at(6, 1, 20));
		assertThat(definition("PRIO").origin()).isEqualTo(at(1, 2, 6));
	}

	@Test
	void references() {
		assertThat(index.references()).extracting(r -> r.kind() + " " + r.name() + " " + (r.definition() != null)).containsExactlyInAnyOrder("instance V true", "instance W false", "node a true", "node b false",
				"variable PRIO true", "variable NOPE false", "script chk 1 true", "script gone false");
		assertThat(reference("chk 1").origin()).isEqualTo(at(18, 10, 15));
		assertThat(reference("chk 1").definition()).isSameAs(definition("chk 1"));
		assertThat(reference("PRIO").origin()).isEqualTo(at(15, 19, 23));
		assertThat(reference("b").origin()).isEqualTo(at(16, 7, 8));
		assertThat(List.of(reference("W").origin(), reference("gone").origin())).containsExactly(at(11, 11, 12), at(19, 9, 13));
	}

	private Definition definition(String name) {
		return index.definitions().stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow();
	}

	private Reference reference(String name) {
		return index.references().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
	}

	private static Origin at(int line, int column, int endColumn) {
		return new Origin("/virtual/main.kaconf", line, column, line, endColumn);
	}
}
