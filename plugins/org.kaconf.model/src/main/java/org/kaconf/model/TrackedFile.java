package org.kaconf.model;

/**
 * One line of {@code track_file}, resolved.
 *
 * @param file name of a {@link TrackFile} of the same node
 * @param weight factor of the file's number: the line's own or else that of its definition, -254..254; 0 makes any other number than 0 a fault
 */
public record TrackedFile(String file, int weight, boolean reverse, Origins origins) {
	public TrackedFile {
		origins = Origins.orNone(origins);
	}
}
