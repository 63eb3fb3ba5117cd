package org.kaconf.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaconf.runtime.DaemonException;
import org.kaconf.runtime.ExitCode;
import org.kaconf.runtime.control.NodeStatus;
import org.kaconf.runtime.control.NodeStatus.Counters;
import org.kaconf.runtime.control.NodeStatus.InstanceStatus;
import org.kaconf.runtime.control.NodeStatus.Timers;
import org.kaconf.runtime.control.NodeStatus.TrackerStatus;

@Timeout(60)
class MetricsTest {
	private static final NodeStatus STATUS = new NodeStatus("lb\"1", 7, "1.0", "2026-01-01T00:00:00Z",
			List.of(new InstanceStatus("VI_1", "MASTER", 100, 95, 51, "eth0", 3, List.of("10.0.0.100/24"), "10.0.0.1", "10.0.0.1", 95, new Timers(100, 100, 360, 50L),
					List.of(new TrackerStatus("script", "chk", -5, false, "bad", -5, false)), new Counters(1000, 2, 3, 4, 10, 1, Map.of("addressListErrors", 3L)), List.of())),
			List.of());
	/** A line of the text format: a name, labels, a number. */
	private static final Pattern LINE = Pattern.compile("[a-z_]+(\\{([a-z_]+=\"([^\"\\\\\\n]|\\\\.)*\",?)*\\})? -?[0-9.E]+");

	@Test
	void everyLineIsPrometheusTextAndEveryMetricIsDescribed() {
		String text = MetricsText.of(STATUS);
		assertThat(text.lines().filter(line -> !line.startsWith("#"))).allMatch(line -> LINE.matcher(line).matches()).allSatisfy(line -> {
			String name = line.split("[{ ]")[0];
			assertThat(text).contains("# HELP " + name + " ", "# TYPE " + name + " ");
			assertThat(text).contains("# TYPE " + name + (name.endsWith("_total") ? " counter" : " gauge"));
		});
		assertThat(text).contains("kaconf_vrrp_priority{instance_name=\"VI_1\",vrid=\"51\",interface=\"eth0\"} 95\n",
				"kaconf_vrrp_state{instance_name=\"VI_1\",vrid=\"51\",interface=\"eth0\",state=\"MASTER\"} 1\n",
				"kaconf_vrrp_advert_interval_seconds{instance_name=\"VI_1\",vrid=\"51\",interface=\"eth0\"} 0.1\n",
				"kaconf_vrrp_adverts_dropped_total{instance_name=\"VI_1\",vrid=\"51\",interface=\"eth0\",reason=\"addressListErrors\"} 3\n", "kaconf_vrrp_tracked_contribution{instance_name=\"VI_1\",vrid=\"51\",interface=\"eth0\",kind=\"script\",name=\"chk\"} -5\n", "node=\"lb\\\"1\"",
				"kaconf_vrrp_priority_zero_sent_total{instance_name=\"VI_1\",vrid=\"51\",interface=\"eth0\"} 3\n",
				"kaconf_vrrp_priority_zero_received_total{instance_name=\"VI_1\",vrid=\"51\",interface=\"eth0\"} 4\n", "kaconf_start_time_seconds 1767225600\n");
	}

	@Test
	void isServedOverHttpOnTheLoopbackAddress() throws Exception {
		try (MetricsServer server = MetricsServer.open("0", () -> CompletableFuture.completedFuture(STATUS)); HttpClient client = HttpClient.newHttpClient()) {
			assertThat(server.address().getAddress().isLoopbackAddress()).isTrue();
			URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + "/metrics");
			HttpResponse<String> answer = client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.headers().firstValue("Content-Type")).contains(MetricsText.CONTENT_TYPE);
			assertThat(answer.body()).isEqualTo(MetricsText.of(STATUS));
			HttpRequest post = HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString("x")).build();
			assertThat(client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(405);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "x", "127.0.0.1:", "127.0.0.1:99999", ":-1"})
	void wrongPlacesAreRefused(String place) {
		assertThatThrownBy(() -> MetricsServer.open(place, () -> null)).isInstanceOfSatisfying(DaemonException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
				.hasMessageContaining("such as 127.0.0.1:9650");
	}
}
