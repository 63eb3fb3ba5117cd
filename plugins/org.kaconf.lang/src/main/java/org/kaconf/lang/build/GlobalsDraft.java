package org.kaconf.lang.build;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.kaconf.lang.Regions;
import org.kaconf.lang.kaconf.Statement;
import org.kaconf.model.Family;
import org.kaconf.model.Globals;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.MailSettings;
import org.kaconf.model.Origin;
import org.kaconf.model.Origins;
import org.kaconf.model.VrrpVersion;

/** {@code global_defs}, which may stand several times and then adds up. */
final class GlobalsDraft {
	private static final BlockReader<GlobalsDraft> READER = reader();

	String routerId;
	boolean scriptSecurity;
	String scriptUser;
	String scriptGroup;
	final List<String> recipients = new ArrayList<>();
	String mailFrom;
	String mailServer;
	int mailPort = MailSettings.NONE.port();
	Duration mailTimeout = MailSettings.NONE.connectTimeout();
	VrrpVersion version = VrrpVersion.V2;
	boolean strict;
	IpAddress group4 = Instance.MULTICAST_IPV4;
	IpAddress group6 = Instance.MULTICAST_IPV6;
	final GarpDraft garp = new GarpDraft();
	Duration garpInterval = Duration.ZERO;
	int downTimerAdverts = 3;
	Boolean lowerPriorityNoAdvert;
	boolean higherPrioritySendAdvert;
	private Origins.Builder origins;

	private static BlockReader<GlobalsDraft> reader() {
		BlockReader<GlobalsDraft> reader = new BlockReader<GlobalsDraft>("global_defs")
				.on("router_id", (g, line) -> line.word(0).ifPresent(v -> g.routerId = v))
				.on("enable_script_security", (g, line) -> g.scriptSecurity = true)
				.on("script_user", (g, line) -> line.word(0).ifPresent(v -> {
					g.scriptUser = v;
					g.scriptGroup = line.word(1).orElse(null);
				}))
				.on("notification_email", (g, line) -> g.recipients.addAll(EntryLine.words(line.statement().getBlock())))
				.on("notification_email_from", (g, line) -> line.word(0).ifPresent(v -> g.mailFrom = v))
				.on("smtp_server", (g, line) -> line.word(0).ifPresent(v -> {
					g.mailServer = v;
					g.mailPort = line.integer(1).orElse(MailSettings.NONE.port());
				}))
				.on("smtp_connect_timeout", (g, line) -> line.seconds(0).ifPresent(v -> g.mailTimeout = v.isZero() ? Duration.ofSeconds(1) : v))
				.on("vrrp_version", (g, line) -> line.integer(0).ifPresent(v -> g.version = v == 3 ? VrrpVersion.V3 : VrrpVersion.V2))
				.on("vrrp_strict", (g, line) -> line.flag().ifPresent(v -> g.strict = v))
				.on("vrrp_mcast_group4", (g, line) -> line.address(0).filter(a -> a.isMulticast() && a.family() == Family.IPV4).ifPresent(v -> g.group4 = v))
				.on("vrrp_mcast_group6", (g, line) -> line.address(0).filter(a -> a.isMulticast() && a.family() == Family.IPV6).ifPresent(v -> g.group6 = v))
				.on("vrrp_garp_interval", (g, line) -> line.seconds(0).ifPresent(v -> g.garpInterval = v))
				.on("vrrp_min_garp", (g, line) -> line.flag().filter(v -> v).ifPresent(v -> g.garp.least()))
				.on("vrrp_down_timer_adverts", (g, line) -> line.integer(0).ifPresent(v -> g.downTimerAdverts = v))
				.on("vrrp_lower_prio_no_advert", (g, line) -> line.flag().ifPresent(v -> g.lowerPriorityNoAdvert = v))
				.on("vrrp_higher_prio_send_advert", (g, line) -> line.flag().ifPresent(v -> g.higherPrioritySendAdvert = v));
		GarpDraft.addTo(reader, "vrrp_", g -> g.garp);
		return reader;
	}

	void read(Statement statement, Context context) {
		if (origins == null) {
			origins = Origins.at(context.places().of(Regions.head(statement)));
		}
		READER.read(statement.getBlock(), this, origins, context);
	}

	Globals build() {
		MailSettings mail = new MailSettings(recipients, mailFrom, mailServer, mailPort, mailTimeout, null, true);
		return new Globals(routerId, scriptSecurity, scriptUser, scriptGroup, mail, origins == null ? Origins.at(Origin.NONE).build() : origins.build());
	}
}
