package org.kaconf.lang.build;

/** Kinds of things that are tracked, with what keepalived makes of their lines. */
enum TrackerKind {
	SCRIPT("track_script", 253, false), INTERFACE("track_interface", 253, false), PROCESS("track_process", 254, false), FILE("track_file", 254, true),
	BFD("track_bfd", 253, true);

	/** Weights of this size are read as the greatest that counts, for the sake of old configurations. */
	private static final int GREATEST_READ = 254;

	final String keyword;
	private final int greatestWeight;
	/** Whether a line with a wrong word behind its weight is not read at all. */
	final boolean exact;

	TrackerKind(String keyword, int greatestWeight, boolean exact) {
		this.keyword = keyword;
		this.greatestWeight = greatestWeight;
		this.exact = exact;
	}

	/** The weight that a written one counts as; {@code null} when it is out of range. */
	Integer weight(int written) {
		int greatestRead = this == BFD ? greatestWeight : GREATEST_READ;
		return Math.abs((long) written) <= greatestRead ? Integer.valueOf(Math.clamp(written, -greatestWeight, greatestWeight)) : null;
	}
}
