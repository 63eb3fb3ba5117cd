package org.kaconf.lang.build;

import java.time.Duration;

import org.kaconf.lang.Regions;
import org.kaconf.lang.kaconf.Statement;
import org.kaconf.model.Globals;
import org.kaconf.model.Origins;

/** {@code global_defs}, which may stand several times and then adds up. */
final class GlobalsDraft {
	private static final BlockReader<GlobalsDraft> READER = reader();

	final InstanceDefaults defaults = new InstanceDefaults();
	final MailDraft mail = new MailDraft();
	final InterfacePolicyDraft interfaces = new InterfacePolicyDraft();
	private String routerId;
	private boolean scriptSecurity;
	private String scriptUser;
	private String scriptGroup;
	private String networkNamespace;
	private final FifoDraft notifyFifo = new FifoDraft();
	private final FifoDraft vrrpFifo = new FifoDraft();
	private boolean fifoStatesOnReload;
	private Duration startupDelay = Duration.ZERO;
	private final TimedCommandDraft startupScript = new TimedCommandDraft();
	private final TimedCommandDraft shutdownScript = new TimedCommandDraft();
	private boolean logUnknownVrids;
	private final ReceiveBufferDraft receiveBuffers = new ReceiveBufferDraft();
	private final FirewallDraft firewall = new FirewallDraft();
	private final SchedulingDraft scheduling = new SchedulingDraft();
	private Origins.Builder origins;

	private static BlockReader<GlobalsDraft> reader() {
		BlockReader<GlobalsDraft> reader = new BlockReader<GlobalsDraft>("global_defs")
				.on("router_id", (g, line) -> line.word(0).ifPresent(v -> g.routerId = v))
				.on("enable_script_security", (g, line) -> g.scriptSecurity = true)
				.on("script_user", (g, line) -> line.word(0).ifPresent(v -> {
					g.scriptUser = v;
					g.scriptGroup = line.word(1).orElse(null);
				}))
				.on("fifo_write_vrrp_states_on_reload", (g, line) -> g.fifoStatesOnReload = true)
				.on("vrrp_startup_delay", (g, line) -> line.seconds(0).ifPresent(v -> g.startupDelay = v))
				.on("log_unknown_vrids", (g, line) -> g.logUnknownVrids = true);
		InstanceDefaults.addTo(reader, g -> g.defaults);
		MailDraft.addTo(reader, g -> g.mail);
		FifoDraft.addTo(reader, "notify_fifo", g -> g.notifyFifo);
		FifoDraft.addTo(reader, "vrrp_notify_fifo", g -> g.vrrpFifo);
		TimedCommandDraft.addTo(reader, "startup_script", g -> g.startupScript);
		TimedCommandDraft.addTo(reader, "shutdown_script", g -> g.shutdownScript);
		InterfacePolicyDraft.addTo(reader, g -> g.interfaces);
		ReceiveBufferDraft.addTo(reader, g -> g.receiveBuffers);
		FirewallDraft.addTo(reader, g -> g.firewall);
		SchedulingDraft.addTo(reader, g -> g.scheduling);
		return reader;
	}

	void read(Statement statement, Context context) {
		if (origins == null) {
			origins = Origins.at(context.places().of(Regions.head(statement)));
		}
		READER.read(statement.getBlock(), this, origins, context);
	}

	/** {@code net_namespace} of the top level; the first counts. */
	void setNetworkNamespace(String name) {
		networkNamespace = networkNamespace == null ? name : networkNamespace;
	}

	/** Two FIFOs of the same path are one. */
	Globals build() {
		boolean sameFifo = notifyFifo.build() != null && vrrpFifo.build() != null && notifyFifo.build().path().equals(vrrpFifo.build().path());
		return new Globals(routerId, scriptSecurity, scriptUser, scriptGroup, mail.build(), networkNamespace, notifyFifo.build(),
				sameFifo ? null : vrrpFifo.build(), fifoStatesOnReload, startupDelay, startupScript.build(), shutdownScript.build(), logUnknownVrids,
				interfaces.build(), receiveBuffers.build(), firewall.build(), scheduling.build(), origins == null ? Origins.NONE : origins.build());
	}
}
