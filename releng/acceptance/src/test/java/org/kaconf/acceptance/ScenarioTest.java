package org.kaconf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.acceptance.Scenario.ADDRESS_1;
import static org.kaconf.acceptance.Scenario.ADDRESS_2;
import static org.kaconf.acceptance.Scenario.VIRTUAL;
import static org.kaconf.acceptance.Scenario.VRID;
import static org.kaconf.acceptance.Scenario.awaitAddress;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaconf.acceptance.ScenarioHost.Kind;
import org.kaconf.runtime.control.ControlClient;
import org.kaconf.runtime.network.Frame;

/** The five steps of the acceptance scenario, in its own times: advert_int 2, interval 2, fall 3, rise 2, weight -5. */
@Tag("live")
@ExtendWith(ScenarioCondition.class)
@Execution(ExecutionMode.CONCURRENT)
class ScenarioTest {
	private static final String MASTER = "(VI_1) Entering MASTER STATE";
	private static final String BACKUP = "(VI_1) Entering BACKUP STATE";
	private static final long SECOND = 1_000_000_000L;
	/** 3 adverts of 2 s, and (256 - 100) / 256 s of skew time. */
	private static final long MASTER_DOWN_NANOS = 6 * SECOND + 156 * SECOND / 256;

	@TempDir
	static Path generated;

	@BeforeAll
	static void generate() throws Exception {
		Scenario.generate(Scenario.example("cluster.kaconf"), generated);
	}

	@ParameterizedTest
	@CsvSource({"KACONF, KACONF", "KEEPALIVED, KACONF", "KACONF, KEEPALIVED"})
	void theAddressFollowsTheFrontEndThatAnswers(Kind first, Kind second, @TempDir Path folder) throws Exception {
		try (Scenario scenario = new Scenario(first, second, generated, folder)) {
			bothUp(scenario);
			nginxStopped(scenario);
			nginxStartedAgain(scenario);
			nodeKilled(scenario);
			for (ScenarioHost host : List.of(scenario.nginx01, scenario.nginx02)) {
				assertThat(host.log()).noneMatch(line -> line.contains("invalid") || line.contains("mismatch") || line.contains("wrong") || line.contains("not present"));
			}
		}
	}

	private static void bothUp(Scenario scenario) throws Exception {
		scenario.nginx01.nginx().start();
		scenario.nginx02.nginx().start();
		scenario.awaitPageAt(scenario.nginx01);
		scenario.awaitPageAt(scenario.nginx02);
		scenario.nginx01.start();
		scenario.nginx02.start();
		scenario.nginx01.await("VRRP_Script(chk_nginx) succeeded", 0);
		scenario.nginx02.await("VRRP_Script(chk_nginx) succeeded", 0);
		scenario.nginx01.await(MASTER, 0);
		awaitAddress(scenario.nginx01, scenario.nginx02);
		scenario.awaitPageFrom(scenario.nginx01);
	}

	private static void nginxStopped(Scenario scenario) throws Exception {
		int from01 = scenario.nginx01.mark();
		int from02 = scenario.nginx02.mark();
		long stopped = System.nanoTime();
		scenario.nginx01.nginx().kill();
		scenario.nginx01.await("VRRP_Script(chk_nginx) failed", from01);
		scenario.nginx01.await("(VI_1) Changing effective priority from 101 to 96", from01);
		scenario.nginx02.await(MASTER, from02);
		scenario.nginx01.await(BACKUP, from01);
		scenario.nginx01.await("(VI_1) removing VIPs.", from01);
		awaitAddress(scenario.nginx02, scenario.nginx01);
		scenario.awaitPageFrom(scenario.nginx02);
		assertThat(scenario.capture.frames(f -> f.isAdvert(VRID, ADDRESS_1) && f.nanos() > stopped)).extracting(Frame::priority).contains(96);
		String from = scenario.nginx02.host().hardwareAddress();
		List<Frame> announcements = scenario.capture.await(10, f -> f.isGratuitousArp(VIRTUAL) && f.hardwareSource().equals(from) && f.nanos() > stopped,
				ScenarioHost.LIMIT);
		Frame first = announcements.getFirst();
		Frame sixth = announcements.get(5);
		assertThat(scenario.standstills.awakeBetween(first, announcements.get(4))).as("five at once").isLessThan(SECOND);
		assertThat(sixth.nanos() - first.nanos()).as("five more after 5 s").isGreaterThan(4 * SECOND + 900_000_000L);
		assertThat(scenario.standstills.awakeBetween(first, sixth)).as("five more after 5 s").isLessThan(6 * SECOND);
	}

	private static void nginxStartedAgain(Scenario scenario) throws Exception {
		int from01 = scenario.nginx01.mark();
		int from02 = scenario.nginx02.mark();
		scenario.nginx01.nginx().start();
		scenario.nginx01.await("VRRP_Script(chk_nginx) succeeded", from01);
		scenario.nginx01.await("(VI_1) Changing effective priority from 96 to 101", from01);
		scenario.nginx01.await(MASTER, from01);
		scenario.nginx02.await("(VI_1) Master received advert from 172.29.88.224 with higher priority 101, ours 100", from02);
		scenario.nginx02.await(BACKUP, from02);
		awaitAddress(scenario.nginx01, scenario.nginx02);
		scenario.awaitPageFrom(scenario.nginx01);
	}

	private static void nodeKilled(Scenario scenario) throws Exception {
		// One advert of the settled master, so that what was before the preemption does not count.
		scenario.capture.await(1, f -> f.isAdvert(VRID, ADDRESS_1) && f.priority() == 101, ScenarioHost.LIMIT);
		int from02 = scenario.nginx02.mark();
		scenario.nginx01.crash();
		scenario.nginx01.host().setCable(false);
		Frame last = scenario.capture.frames(f -> f.isAdvert(VRID, ADDRESS_1)).getLast();
		assertThat(last.priority()).as("no goodbye").isEqualTo(101);
		scenario.nginx02.await(MASTER, from02);
		Frame first = scenario.capture.await(1, f -> f.isAdvert(VRID, ADDRESS_2) && f.nanos() > last.nanos(), ScenarioHost.LIMIT).getFirst();
		assertThat(first.nanos() - last.nanos()).as("master down interval").isGreaterThan(MASTER_DOWN_NANOS - SECOND / 100);
		assertThat(scenario.standstills.awakeBetween(last, first)).as("master down interval").isLessThan(MASTER_DOWN_NANOS + SECOND / 2);
		scenario.awaitPageFrom(scenario.nginx02);
	}

	/** The other kind of check, in examples/nginx-ha/process-check: it starts nginx again, and stops the daemon when it cannot. */
	@Test
	void theProcessCheckRestartsNginxAndElseStepsAside(@TempDir Path folder) throws Exception {
		// The example's restart command starts Debian's own nginx; here it is to be the one with the scenario's configuration.
		String text = Files.readString(Scenario.example("process-check/cluster.kaconf")).replace("\"/usr/sbin/nginx\"", "\"" + folder.resolve("restart") + "\"");
		Path cluster = Files.writeString(folder.resolve("cluster.kaconf"), text);
		Path output = folder.resolve("generated");
		Scenario.generate(cluster, output);
		try (Scenario scenario = new Scenario(Kind.KACONF, Kind.KEEPALIVED, output, folder)) {
			Path restart = Files.writeString(folder.resolve("restart"), "#!/bin/sh\nexec " + String.join(" ", scenario.nginx01.nginx().command()) + "\n");
			assertThat(restart.toFile().setExecutable(true)).isTrue();
			bothUp(scenario);
			assertThat(new ControlClient(scenario.nginx01.control()).status().instances().getFirst().state()).isEqualTo("MASTER");
			int from01 = scenario.nginx01.mark();
			int from02 = scenario.nginx02.mark();
			scenario.nginx01.nginx().kill();
			scenario.awaitPageAt(scenario.nginx01);
			assertThat(scenario.nginx02.log().subList(from02, scenario.nginx02.mark())).noneMatch(line -> line.contains("Entering"));
			// Now it cannot start any more.
			Files.writeString(scenario.nginx01.nginx().file(), "no configuration");
			scenario.nginx01.nginx().kill();
			scenario.nginx01.await("Stopping", from01);
			assertThat(scenario.nginx01.awaitEnd()).isZero();
			scenario.nginx02.await("(VI_1) Backup received priority 0 advertisement", from02);
			scenario.nginx02.await(MASTER, from02);
			awaitAddress(scenario.nginx02, scenario.nginx01);
			scenario.awaitPageFrom(scenario.nginx02);
		}
	}
}
