package org.kaconf.runtime.script;

import java.util.Optional;
import org.kaconf.model.Globals;
import org.kaconf.runtime.linux.Account;

/** Which user a script runs as, by keepalived's rules: its own, else script_user, else keepalived_script if there is such a user, else root. */
public final class ScriptUser {
	private static final String DEFAULT_USER = "keepalived_script";
	private static final String LAST_RESORT = "root";

	private ScriptUser() {
	}

	/** @param user the script's own; {@code null} for none. @return empty when the configured user or group does not exist */
	public static Optional<Account> of(String user, String group, Globals globals) {
		if (user != null) {
			return Account.find(user, group);
		}
		if (globals.scriptUser() != null) {
			return Account.find(globals.scriptUser(), globals.scriptGroup());
		}
		return Account.find(DEFAULT_USER, null).or(() -> Account.find(LAST_RESORT, null));
	}
}
