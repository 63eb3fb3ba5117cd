package org.kaconf.lang.catalog;

/** Whether the keepalived that tests are held against can be asked here. */
public final class InstalledKeepalived {
	private InstalledKeepalived() {
	}

	/** The installed one has the version that the catalog is held against, and namespaces of its own can be made for it. */
	public static boolean isJudge() {
		return KeepalivedCheck.isPossible();
	}
}
