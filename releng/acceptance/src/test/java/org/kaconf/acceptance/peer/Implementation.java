package org.kaconf.acceptance.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.kaconf.generator.Generator;
import org.kaconf.generator.GeneratorException;
import org.kaconf.generator.GeneratorOptions;
import org.kaconf.generator.OutputFolder;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LoadOptions;
import org.kaconf.runtime.RuntimeCommand;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.KeepalivedProcess;
import org.kaconf.runtime.network.NetworkHost;
import org.kaconf.runtime.network.RealTime;

/** What runs a node. Both are given the same text, and the host's name as their config id. */
public enum Implementation {
	KACONF {
		@Override
		void configure(NetworkHost host, Path folder, String text) throws IOException {
			Path file = Files.writeString(folder.resolve(host.name() + ".conf"), text);
			Path output = generated(host, folder);
			try {
				new OutputFolder(output).write(Generator.generate(Kaconf.create().analyse(file, LoadOptions.DEFAULT.withConfigId(host.name())), new GeneratorOptions(true, output)));
			} catch (GeneratorException e) {
				throw new IOException(file + ": " + e.getMessage(), e);
			}
		}

		@Override
		Running start(NetworkHost host, Path folder) throws IOException {
			String file = generated(host, folder).resolve(host.name()).resolve(Generator.NODE_JSON).toString();
			String pidFile = folder.resolve(host.name() + ".pid").toString();
			HostProcess process = HostProcess.start(host,
					RealTime.command(RuntimeCommand.of("-nlD", "-f", file, "-p", pidFile, "--control", controlSocket(host, folder).toString())), line -> {
					});
			return new Running(process, () -> {
				process.kill();
				process.awaitEnd(Member.LIMIT);
			});
		}
	},
	KEEPALIVED {
		@Override
		void configure(NetworkHost host, Path folder, String text) throws IOException {
			Files.writeString(KeepalivedProcess.configuration(host, folder), text);
		}

		@Override
		Running start(NetworkHost host, Path folder) throws IOException {
			KeepalivedProcess keepalived = KeepalivedProcess.start(host, folder, RealTime::command, "-i", host.name());
			return new Running(keepalived.process(), keepalived::crash);
		}
	};

	/** A daemon at work. @param crash ends it without a goodbye, and waits for that */
	record Running(HostProcess process, Crash crash) {
	}

	/** How to end a daemon so that it says and tidies up nothing. */
	interface Crash {
		void now() throws IOException, TimeoutException;
	}

	/** Writes what the daemon reads when it starts and when it is told to reload. */
	abstract void configure(NetworkHost host, Path folder, String text) throws IOException;

	/** Starts the daemon. @param folder where its configuration is, and where it writes to */
	abstract Running start(NetworkHost host, Path folder) throws IOException;

	private static Path generated(NetworkHost host, Path folder) {
		return folder.resolve(host.name() + ".generated");
	}

	/** Of Kaconf. */
	static Path controlSocket(NetworkHost host, Path folder) {
		return folder.resolve(host.name() + ".sock");
	}

	/** For messages: {@code kaconf}. */
	@Override
	public String toString() {
		return List.of("kaconf", "keepalived").get(ordinal());
	}
}
