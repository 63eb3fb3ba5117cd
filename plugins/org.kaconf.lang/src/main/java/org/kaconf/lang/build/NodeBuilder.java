package org.kaconf.lang.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kaconf.lang.kaconf.KaconfFile;
import org.kaconf.lang.kaconf.Statement;
import org.kaconf.lang.kaconf.VrrpInstance;
import org.kaconf.lang.kaconf.VrrpScript;
import org.kaconf.lang.kaconf.VrrpSyncGroup;
import org.kaconf.model.Node;
import org.kaconf.model.NodeAddress;
import org.kaconf.model.Origins;
import org.kaconf.model.Script;
import org.kaconf.model.SyncGroup;

/** Builds the model of a node, reading its text from top to bottom as keepalived does. */
public final class NodeBuilder {
	private final Context context;
	private final GlobalsDraft globals = new GlobalsDraft();
	private final Map<String, Script> scripts = new LinkedHashMap<>();
	private final Map<String, InstanceDraft> instances = new LinkedHashMap<>();
	private final Map<String, SyncGroupDraft> groups = new LinkedHashMap<>();

	private NodeBuilder(Context context) {
		this.context = context;
	}

	/**
	 * @param file the tree of the node's expanded text
	 * @param addresses the node's own, from its node block
	 */
	public static Node build(String name, List<NodeAddress> addresses, Origins origins, KaconfFile file, Context context) {
		NodeBuilder builder = new NodeBuilder(context);
		file.getStatements().forEach(builder::read);
		List<SyncGroup> syncGroups = builder.groups.values().stream().map(g -> g.join(builder.instances)).flatMap(Optional::stream).toList();
		return new Node(name, addresses, builder.globals.build(), List.copyOf(builder.scripts.values()),
				builder.instances.values().stream().map(i -> i.build(builder.globals)).toList(), syncGroups, origins);
	}

	/** Of blocks of the same name the first counts. */
	private void read(Statement statement) {
		if (statement instanceof VrrpScript script) {
			ScriptDraft.build(script, context).ifPresent(s -> scripts.putIfAbsent(s.name(), s));
		} else if (statement instanceof VrrpInstance instance && instance.getName() != null) {
			if (!instances.containsKey(instance.getName())) {
				instances.put(instance.getName(), InstanceDraft.read(instance, globals, scripts, context));
			}
		} else if (statement instanceof VrrpSyncGroup group && group.getName() != null) {
			if (!groups.containsKey(group.getName())) {
				groups.put(group.getName(), SyncGroupDraft.read(group, scripts, context));
			}
		} else if ("global_defs".equals(statement.getKeyword())) {
			globals.read(statement, context);
		}
	}
}
