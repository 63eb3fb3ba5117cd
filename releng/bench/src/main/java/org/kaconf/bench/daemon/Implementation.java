package org.kaconf.bench.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.kaconf.lang.Analysis;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LoadOptions;
import org.kaconf.model.json.NodeJson;
import org.kaconf.runtime.RuntimeCommand;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.KeepalivedProcess;
import org.kaconf.runtime.network.NetworkHost;

/** What is measured. Both read the same text: Kaconf's node.json is made from it. */
enum Implementation {
	KACONF {
		@Override
		Start prepare(NetworkHost host, Path folder, Workload.Node node) throws IOException {
			Path json = folder.resolve(node.name() + ".json");
			if (!Files.exists(json)) {
				Analysis analysis = Kaconf.create().analyse(Files.writeString(folder.resolve(node.name() + ".conf"), node.configuration()), LoadOptions.DEFAULT);
				Files.writeString(json, NodeJson.write(analysis.nodes().getFirst().model()));
			}
			List<String> words = RuntimeCommand.of("-nl", "-f", json.toString(), "--control", folder.resolve(node.name() + ".sock").toString());
			return () -> {
				HostProcess process = HostProcess.start(host, words, line -> {
				});
				return new RunningDaemon(process, process::kill);
			};
		}
	},
	KEEPALIVED {
		@Override
		Start prepare(NetworkHost host, Path folder, Workload.Node node) throws IOException {
			Files.writeString(KeepalivedProcess.configuration(host, folder), node.configuration());
			return () -> {
				KeepalivedProcess keepalived = KeepalivedProcess.start(host, folder, words -> words);
				return new RunningDaemon(keepalived.process(), keepalived::crash);
			};
		}
	};

	/**
	 * Makes all that is no part of the daemon's start: its configuration and its command line.
	 *
	 * @param folder for its files, kept between starts
	 */
	abstract Start prepare(NetworkHost host, Path folder, Workload.Node node) throws IOException;

	/** Starts a daemon, and again when that one has ended. */
	interface Start {
		RunningDaemon now() throws IOException;
	}

	/** Ends a daemon as a crash of its machine would. */
	interface Crash {
		void now() throws IOException, TimeoutException;
	}
}
