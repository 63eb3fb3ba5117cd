package org.kaconf.runtime;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.kaconf.model.Node;
import org.kaconf.runtime.daemon.Configuration;
import org.kaconf.runtime.daemon.NodeEngine;
import org.kaconf.runtime.linux.Capability;
import org.kaconf.runtime.loop.Log;

/**
 * Reads a node's configuration again and hands it to the running engine. Reading and checking is done on a thread of its own; only going over to what
 * was found good takes the time of the loop's thread. One reload runs at a time.
 */
final class Reloader {
	private final ConfigurationSource source;
	private final String nodeName;
	private final String networkNamespace;
	private final NodeEngine engine;
	private final Set<Capability> capabilities;
	private final Log log;
	private final ServiceManager service;
	private final Executor executor = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("reload").factory());

	Reloader(ConfigurationSource source, Node before, NodeEngine engine, Set<Capability> capabilities, Log log, ServiceManager service) {
		this.source = source;
		nodeName = before.name();
		networkNamespace = before.globals().networkNamespace();
		this.engine = engine;
		this.capabilities = capabilities;
		this.log = log;
		this.service = service;
	}

	/** Reloads, soon. @return what has changed, in words, or why nothing has */
	CompletableFuture<String> reload() {
		return CompletableFuture.supplyAsync(this::read, executor).thenCompose(engine::reload).whenComplete((changes, failure) -> {
			if (failure == null) {
				log.info("Reload complete: " + (changes.isEmpty() ? "nothing has changed" : changes));
				service.ready("runs node " + nodeName);
			} else {
				Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
				log.info("Reload refused, the configuration from before goes on: " + reason.getMessage());
				service.ready("runs node " + nodeName + " with its configuration from before, reload refused");
			}
		});
	}

	private Configuration read() {
		log.info("Reloading");
		service.reloading();
		try {
			Node node = source.read();
			if (!node.name().equals(nodeName)) {
				throw new DaemonException(ExitCode.CONFIGURATION, "the configuration is for node " + node.name() + " now, this is " + nodeName + "; stop and start to become another node");
			}
			if (!Objects.equals(node.globals().networkNamespace(), networkNamespace)) {
				throw new DaemonException(ExitCode.CONFIGURATION, "net_namespace cannot change while the daemon runs; stop and start it");
			}
			Daemon.check(node);
			return Configuration.of(node, capabilities, log);
		} catch (DaemonException e) {
			throw new CompletionException(e);
		}
	}
}
