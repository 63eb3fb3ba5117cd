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
		RunningDaemon start(NetworkHost host, Path folder, Workload.Node node) throws IOException {
			Path json = folder.resolve(node.name() + ".json");
			if (!Files.exists(json)) {
				Analysis analysis = Kaconf.create().analyse(Files.writeString(folder.resolve(node.name() + ".conf"), node.configuration()), LoadOptions.DEFAULT);
				Files.writeString(json, NodeJson.write(analysis.nodes().getFirst().model()));
			}
			List<String> words = RuntimeCommand.of("-nl", "-f", json.toString(), "--control", folder.resolve(node.name() + ".sock").toString());
			HostProcess process = HostProcess.start(host, words, line -> {
			});
			return new RunningDaemon(process, process::kill);
		}
	},
	KEEPALIVED {
		@Override
		RunningDaemon start(NetworkHost host, Path folder, Workload.Node node) throws IOException {
			KeepalivedProcess keepalived = KeepalivedProcess.start(host, folder, node.configuration(), words -> words);
			return new RunningDaemon(keepalived.process(), keepalived::crash);
		}
	};

	/** @param folder for its files, kept between starts */
	abstract RunningDaemon start(NetworkHost host, Path folder, Workload.Node node) throws IOException;

	/** Ends a daemon as a crash of its machine would. */
	interface Crash {
		void now() throws IOException, TimeoutException;
	}
}
