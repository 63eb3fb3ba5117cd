package org.kaconf.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.lang.SourceProvider;

/** What the services keep, and for how long. */
class IdeServicesTest {
	private final IdeServices services = IdeServices.create();

	@Test
	void theSameTextGivesTheSameSnapshot() {
		Snapshot first = services.snapshot(Marked.FILE, "a");
		assertThat(services.snapshot(Path.of("/home/ann/./x/../cluster.kaconf"), "a")).isSameAs(first);
		assertThat(services.latest(Marked.FILE)).containsSame(first);
		assertThat(services.snapshot(Marked.FILE, "b")).isNotSameAs(first);
		services.closed(Marked.FILE);
		assertThat(services.latest(Marked.FILE)).isEmpty();
	}

	@Test
	void nothingIsComputedTwice() {
		Snapshot snapshot = services.snapshot(Marked.FILE, Scenario.CLUSTER);
		assertThat(services.diagnostics(snapshot)).isSameAs(services.diagnostics(snapshot));
		assertThat(services.outline(snapshot)).isSameAs(services.outline(snapshot));
		assertThat(services.tokens(snapshot)).isSameAs(services.tokens(snapshot));
		assertThat(snapshot.view()).isSameAs(snapshot.view());
	}

	@Test
	void completionDoesNotAnalyseForEachText() {
		AtomicInteger reads = new AtomicInteger();
		String include = "vrrp_script chk {\n script /bin/true\n}\n";
		SourceProvider disk = path -> {
			reads.incrementAndGet();
			return include;
		};
		IdeServices counted = new DefaultIdeServices(disk);
		String text = "include other.conf\nvrrp_instance A {\n track_script {\n  \n }\n}\n";
		int offset = text.indexOf("  \n") + 2;
		counted.completion(counted.snapshot(Marked.FILE, text), offset);
		int once = reads.get();
		for (int i = 0; i < 5; i++) {
			counted.completion(counted.snapshot(Marked.FILE, text + "#".repeat(i)), offset);
		}
		assertThat(reads.get()).isEqualTo(once);
	}

	@Test
	void keepsTheNodesWhileTheirBlockIsBroken() {
		services.outline(services.snapshot(Marked.FILE, Scenario.CLUSTER));
		String broken = Scenario.CLUSTER.replace("cluster web", "cluste web");
		Snapshot snapshot = services.snapshot(Marked.FILE, broken);
		assertThat(services.nodeNames(snapshot)).containsExactly("nginx01", "nginx02");
		assertThat(services.hover(snapshot, broken.indexOf("priority 101")).orElseThrow().markdown()).contains("nginx01 `101`");

		services.filesChanged();
		assertThat(services.nodeNames(services.snapshot(Marked.FILE, broken))).doesNotContain("nginx01");
	}

	@Test
	void seesFilesThatChangeOnDisk(@TempDir Path folder) throws IOException {
		Path common = Files.writeString(folder.resolve("common.conf"), "vrrp_script one {\n script /bin/true\n}\n");
		Path root = folder.resolve("cluster.kaconf");
		String text = "cluster c {\n node a {\n  address 192.0.2.1/24 dev eth0\n }\n}\ninclude common.conf\nvrrp_instance A {\n track_script {\n  \n }\n}\n";
		int offset = text.indexOf("  \n") + 2;
		assertThat(services.completion(services.snapshot(root, text), offset)).extracting(Proposal::label).containsExactly("one");
		Files.writeString(common, "vrrp_script two {\n script /bin/true\n}\n");
		services.filesChanged();
		assertThat(services.completion(services.snapshot(root, text), offset)).extracting(Proposal::label).containsExactly("two");
		services.snapshot(common, "vrrp_script three {\n script /bin/true\n}\n");
		Snapshot renewed = services.latest(root).orElseThrow();
		assertThat(services.references(renewed, text.indexOf("A {"))).isNotEmpty();
		assertThat(services.completion(renewed, offset)).extracting(Proposal::label).containsExactly("three");
	}

	@Test
	void manyThreadsMayAsk() throws Exception {
		Snapshot snapshot = services.snapshot(Marked.FILE, Scenario.CLUSTER);
		int offset = Scenario.CLUSTER.indexOf("priority 101");
		Callable<List<Object>> all = () -> List.of(services.diagnostics(snapshot), services.tokens(snapshot), services.outline(snapshot),
				services.hover(snapshot, offset), services.completion(snapshot, offset), services.references(snapshot, offset));
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			List<Future<List<Object>>> answers = threads.invokeAll(IntStream.range(0, 32).mapToObj(i -> all).toList());
			for (Future<List<Object>> answer : answers) {
				assertThat(answer.get()).isEqualTo(answers.getFirst().get());
			}
		}
	}
}
