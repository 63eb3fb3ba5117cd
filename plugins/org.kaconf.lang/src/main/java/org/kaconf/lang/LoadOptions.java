package org.kaconf.lang;

import org.kaconf.model.KeepalivedVersion;

/**
 * How to load a configuration.
 *
 * @param sources where texts come from
 * @param version the keepalived release that is meant, whatever the files say; {@code null} for what the cluster block says, else the
 * {@link ProjectSettings}, else {@link KeepalivedVersion#DEFAULT}
 * @param configId the node a plain file is read for; {@code null} for the host's name up to its first dot, as keepalived does
 */
public record LoadOptions(SourceProvider sources, KeepalivedVersion version, String configId) {
	/** Files from the disk. */
	public static final LoadOptions DEFAULT = new LoadOptions(SourceProvider.DISK, null, null);

	public LoadOptions withSources(SourceProvider newSources) {
		return new LoadOptions(newSources, version, configId);
	}

	public LoadOptions withVersion(KeepalivedVersion newVersion) {
		return new LoadOptions(sources, newVersion, configId);
	}

	public LoadOptions withConfigId(String newConfigId) {
		return new LoadOptions(sources, version, newConfigId);
	}
}
