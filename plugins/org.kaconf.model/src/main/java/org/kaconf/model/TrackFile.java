package org.kaconf.model;

/**
 * A {@code track_file} of the top level ({@code vrrp_track_file} until 2.1): a file that holds a number, which counts times the weight.
 *
 * @param path absolute
 * @param weight -254..254; 0 makes any other number than 0 a fault
 * @param initialValue what the file is created with at start; {@code null} to create none
 * @param overwrite whether a file that exists gets the initial value, too
 */
public record TrackFile(String name, String path, int weight, boolean reverse, Integer initialValue, boolean overwrite, Origins origins) {
	public TrackFile {
		origins = Origins.orNone(origins);
	}
}
