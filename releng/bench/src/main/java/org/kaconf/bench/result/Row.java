package org.kaconf.bench.result;

import java.util.Locale;

/**
 * One figure.
 *
 * @param reference keepalived's, from the same run; NaN where it has none
 * @param compared whether the goals are about the ratio of both rather than about Kaconf's own figure
 * @param must highest value that is good enough; NaN for none
 * @param stretch the value aimed for; NaN for none
 */
public record Row(String figure, String unit, double kaconf, double reference, boolean compared, double must, double stretch) {
	/** A figure whose goals are about the ratio Kaconf / keepalived. */
	public static Row ratio(String figure, String unit, double kaconf, double keepalived, double must, double stretch) {
		return new Row(figure, unit, kaconf, keepalived, true, must, stretch);
	}

	/** A figure whose goals are about Kaconf alone. */
	public static Row absolute(String figure, String unit, double kaconf, double keepalived, double must, double stretch) {
		return new Row(figure, unit, kaconf, keepalived, false, must, stretch);
	}

	/** A figure without a goal. */
	public static Row plain(String figure, String unit, double kaconf, double keepalived) {
		return new Row(figure, unit, kaconf, keepalived, false, Double.NaN, Double.NaN);
	}

	private double judged() {
		return compared ? kaconf / reference : kaconf;
	}

	/** The row of a Markdown table with the columns of {@link Results}. */
	String markdown() {
		return "| " + String.join(" | ", figure, value(kaconf) + " " + unit, Double.isNaN(reference) ? "" : value(reference) + " " + unit,
				Double.isNaN(reference) || reference == 0 ? "" : value(kaconf / reference), goal(must), goal(stretch), verdict()) + " |";
	}

	private String goal(double goal) {
		return Double.isNaN(goal) ? "" : "<= " + value(goal) + (compared ? "" : " " + unit);
	}

	private String verdict() {
		if (Double.isNaN(must)) {
			return "";
		}
		return judged() <= stretch ? "stretch" : judged() <= must ? "met" : "missed";
	}

	/** Three significant digits. */
	static String value(double value) {
		double size = Math.abs(value);
		return String.format(Locale.ROOT, size >= 100 || value == 0 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
	}
}
