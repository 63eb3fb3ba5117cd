package org.kaconf.lang.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

import org.kaconf.lang.kaconf.BfdInstance;
import org.kaconf.lang.kaconf.KaconfFile;
import org.kaconf.lang.kaconf.Statement;
import org.kaconf.lang.kaconf.VrrpInstance;
import org.kaconf.lang.kaconf.VrrpScript;
import org.kaconf.lang.kaconf.VrrpSyncGroup;
import org.kaconf.lang.kaconf.VrrpTrackFile;
import org.kaconf.lang.kaconf.VrrpTrackProcess;
import org.kaconf.model.Node;
import org.kaconf.model.NodeAddress;
import org.kaconf.model.Origins;

/**
 * Builds the model of a node as keepalived does when it starts: its parent process reads all {@code global_defs} first, and then a child reads the
 * rest from top to bottom. (After a reload a child reads both in one go, and defaults only hold for what stands behind them.)
 */
public final class NodeBuilder {
	private static final Map<String, BiConsumer<NodeBuilder, Statement>> PLAIN_BLOCKS = Map.of(
			"net_namespace", (n, s) -> s.getValues().stream().findFirst().ifPresent(v -> n.globals.setNetworkNamespace(v.getText())),
			"linkbeat_use_polling", (n, s) -> n.interfaces.pollAll(),
			"linkbeat_interfaces", (n, s) -> n.interfaces.readLinkbeat(s, n.context),
			"interface_up_down_delays", (n, s) -> n.interfaces.readDelays(s, n.context),
			"garp_group", (n, s) -> n.interfaces.readGarpGroup(s.getBlock(), n.context),
			"track_group", (n, s) -> n.statics.readGroup(s, n.context),
			"static_ipaddress", (n, s) -> n.statics.readAddresses(s, n.globals.interfaces.defaultInterface(), n.context),
			"static_routes", (n, s) -> n.statics.readRoutes(s, n.context),
			"static_rules", (n, s) -> n.statics.readRules(s, n.rulePreferences, n.context));

	/** Read before the others, those that have no name, and Kaconf's own. */
	private static final Set<String> OTHER_BLOCKS = Set.of("global_defs", "vrrp_instance", "vrrp_sync_group", "cluster");

	private final Context context;
	private final GlobalsDraft globals = new GlobalsDraft();
	private final InterfacesDraft interfaces = new InterfacesDraft();
	private final StaticDraft statics = new StaticDraft();
	private final RulePreferences rulePreferences = new RulePreferences();
	private final Trackables trackables = new Trackables();
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
		file.getStatements().stream().filter(s -> "global_defs".equals(s.getKeyword())).forEach(s -> builder.globals.read(s, context));
		file.getStatements().forEach(builder::read);
		return builder.build(name, addresses, origins);
	}

	private Node build(String name, List<NodeAddress> addresses, Origins origins) {
		groups.values().forEach(g -> g.join(instances));
		instances.values().forEach(InstanceDraft::settleTracking);
		groups.values().forEach(SyncGroupDraft::track);
		statics.track(instances);
		return new Node(name, addresses, globals.build(), trackables.scripts(), trackables.processes(), trackables.files(), trackables.bfdSessions(),
				instances.values().stream().map(i -> i.build(globals, interfaces)).toList(),
				groups.values().stream().map(g -> g.build(globals)).flatMap(Optional::stream).toList(), statics.addresses(), statics.routes(),
				statics.rules(), statics.groups(instances.keySet()), interfaces.build(), context.unread().all(), origins);
	}

	/** Of blocks of the same name the first counts. */
	private void read(Statement statement) {
		switch (statement) {
			case VrrpScript script -> ScriptDraft.build(script, context).ifPresent(trackables::add);
			case VrrpTrackProcess process -> ProcessDraft.build(process, context).ifPresent(trackables::add);
			case VrrpTrackFile file -> FileDraft.build(file, context).ifPresent(trackables::add);
			case BfdInstance session -> BfdDraft.build(session, context).ifPresent(trackables::add);
			case VrrpInstance instance when instance.getName() != null -> {
				if (!instances.containsKey(instance.getName())) {
					instances.put(instance.getName(), InstanceDraft.read(instance, globals.defaults, trackables, rulePreferences, context));
				}
			}
			case VrrpSyncGroup group when group.getName() != null -> {
				if (!groups.containsKey(group.getName())) {
					groups.put(group.getName(), SyncGroupDraft.read(group, trackables, context));
				}
			}
			case Statement plain when plain.getKeyword() != null -> {
				if (PLAIN_BLOCKS.containsKey(statement.getKeyword())) {
					PLAIN_BLOCKS.get(statement.getKeyword()).accept(this, statement);
				} else if (!OTHER_BLOCKS.contains(statement.getKeyword()) && context.catalog().root().keyword(statement.getKeyword()).isPresent()) {
					context.unread().add("root", statement.getKeyword());
				}
			}
			default -> {
				// A brace or a definition that is alone on its line.
			}
		}
	}
}
