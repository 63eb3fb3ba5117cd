package org.kaconf.runtime.script;

import java.util.Optional;
import org.kaconf.model.Globals;
import org.kaconf.runtime.linux.Account;

/**
 * Which user a script runs as, by keepalived's rules: its own, else script_user, else keepalived_script if there is such a user, else root;
 * with enable_script_security root only where it is named.
 */
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
		Optional<Account> byDefault = Account.find(DEFAULT_USER, null);
		// Who asks for security does not want scripts to run as root because nobody thought of a user.
		return globals.scriptSecurity() ? byDefault : byDefault.or(() -> Account.find(LAST_RESORT, null));
	}
}
