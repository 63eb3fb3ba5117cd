package org.kaconf.model;

import java.util.List;

/**
 * Numbers of TCP and path that a route carries.
 *
 * @param values each kind at most once, in the order written
 * @param congestionControl name of the algorithm; {@code null} for the system's
 */
public record RouteMetrics(List<RouteMetric> values, String congestionControl, boolean congestionControlLocked) {
	public static final RouteMetrics NONE = new RouteMetrics(List.of(), null, false);

	public RouteMetrics {
		values = List.copyOf(values);
	}
}
