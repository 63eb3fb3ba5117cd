package org.kaconf.runtime.daemon;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kaconf.model.Command;
import org.kaconf.model.Globals;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.Node;
import org.kaconf.model.Notify;
import org.kaconf.model.NotifyFifo;
import org.kaconf.model.Script;
import org.kaconf.model.SyncGroup;
import org.kaconf.model.TimedCommand;
import org.kaconf.model.TrackedScript;
import org.kaconf.runtime.linux.Capability;
import org.kaconf.runtime.loop.Log;
import org.kaconf.runtime.script.ScriptCommands;

/**
 * A node's configuration, made ready to run: its programs are found and judged. To make one takes files and name services, so a running daemon does
 * it beside the loop's thread.
 */
public final class Configuration {
	private static final Set<Capability> CHANGE_USER = Set.of(Capability.CAP_SETUID, Capability.CAP_SETGID);

	private final Node node;
	private final ScriptCommands commands;

	private Configuration(Node node, ScriptCommands commands) {
		this.node = node;
		this.commands = commands;
	}

	/** @param capabilities what the daemon may do */
	public static Configuration of(Node node, Set<Capability> capabilities, Log log) {
		ScriptCommands commands = commands(node.globals(), capabilities, log);
		programs(node).forEach(commands::find);
		if (!node.unread().isEmpty()) {
			log.info("These settings mean nothing to this daemon: " + String.join(", ", node.unread()));
		}
		return new Configuration(node, commands);
	}

	/** Where to find programs, which are looked for when they are asked for. @param capabilities what the daemon may do */
	public static ScriptCommands commands(Globals globals, Set<Capability> capabilities, Log log) {
		return new ScriptCommands(globals, capabilities.containsAll(CHANGE_USER), log);
	}

	private static Stream<Command> programs(Node node) {
		Stream<Command> tracked = node.instances().stream().flatMap(i -> i.trackedScripts().stream()).map(TrackedScript::script).distinct()
				.flatMap(name -> node.script(name).stream()).map(Script::command);
		Stream<Notify> notify = Stream.concat(node.instances().stream().map(Instance::notifyScripts), node.syncGroups().stream().map(SyncGroup::notifyScripts));
		Stream<Command> notified = notify.flatMap(n -> Stream.of(n.master(), n.backup(), n.fault(), n.stop(), n.deleted(), n.masterRxLowerPriority(), n.any()));
		Stream<Command> pipes = Stream.of(node.globals().notifyFifo(), node.globals().vrrpFifo()).filter(Objects::nonNull).map(NotifyFifo::script);
		Stream<Command> atTheEnd = Stream.of(node.globals()).map(Globals::shutdownScript).filter(Objects::nonNull).map(TimedCommand::command);
		return Stream.of(tracked, notified, pipes, atTheEnd).flatMap(commands -> commands).filter(Objects::nonNull);
	}

	public Node node() {
		return node;
	}

	public ScriptCommands commands() {
		return commands;
	}

	/** The instances without the tracked scripts that cannot or must not run: those were logged and do not count, as in keepalived. */
	List<Instance> instances() {
		return node.instances().stream().map(this::withRunnableScripts).toList();
	}

	private Instance withRunnableScripts(Instance instance) {
		List<TrackedScript> runnable = instance.trackedScripts().stream().filter(t -> command(t.script()).isPresent()).toList();
		return runnable.equals(instance.trackedScripts()) ? instance : InstanceBuilder.from(instance).trackedScripts(runnable).build();
	}

	private Optional<ScriptCommands.Runnable> command(String script) {
		return commands.find(node.script(script).orElseThrow().command());
	}

	/** The scripts that run, because something tracks them. */
	List<Script> trackedScripts() {
		return node.scripts().stream().filter(s -> node.instances().stream().anyMatch(i -> i.trackedScripts().stream().anyMatch(t -> t.script().equals(s.name()))))
				.filter(s -> commands.find(s.command()).isPresent()).toList();
	}
}
