package org.kaconf.model;

import java.time.Duration;
import java.util.List;

/** What a generated check script looks at: a {@code check} block inside {@code vrrp_script}, an addition of Kaconf to the language. */
public sealed interface CheckSpec {
	/** The longest a run that goes wrong in every way may wait. */
	Duration longestRun();

	/** The least timeout that lets every run come to its verdict, in whole seconds because that is what keepalived reads. */
	default Duration neededTimeout() {
		Duration needed = longestRun().plusSeconds(1);
		return needed.getNano() == 0 ? needed : Duration.ofSeconds(needed.getSeconds() + 1);
	}

	/**
	 * Is a process of this name running?
	 *
	 * @param restart command line that starts it; {@code null} to only look
	 * @param settle pause between the restart and the second look
	 */
	record Process(String name, String restart, Duration settle, OnFailure onFailure) implements CheckSpec {
		@Override
		public Duration longestRun() {
			return restart == null ? Duration.ZERO : settle;
		}
	}

	/** What a process check does when the process is gone for good. */
	enum OnFailure {
		/** Exit 1 and let the weight decide. */
		EXIT,
		/** Stop keepalived on this node, so that a peer takes over. */
		STOP_KEEPALIVED
	}

	/**
	 * Does a page answer?
	 *
	 * @param status accepted status codes
	 * @param body text the page must hold; {@code null} for any
	 * @param timeout limit for one whole request
	 * @param attempts requests before giving up, at least 1
	 * @param headers lines {@code Name: value} to send
	 */
	record Http(String url, List<Integer> status, String body, Duration connectTimeout, Duration timeout, int attempts,
			List<String> headers) implements CheckSpec {
		@Override
		public Duration longestRun() {
			return timeout.multipliedBy(attempts);
		}
	}

	/** Does a TCP connection open? */
	record Tcp(String host, int port, Duration timeout, int attempts) implements CheckSpec {
		@Override
		public Duration longestRun() {
			return timeout.multipliedBy(attempts);
		}
	}

	/** Is a systemd unit active? */
	record Systemd(String unit) implements CheckSpec {
		@Override
		public Duration longestRun() {
			return Duration.ZERO;
		}
	}

	/** Does a file exist, and was it changed of late? @param maxAge {@code null} for any age */
	record File(String path, Duration maxAge) implements CheckSpec {
		@Override
		public Duration longestRun() {
			return Duration.ZERO;
		}
	}

	/** Does a command line, run by /bin/sh, succeed? */
	record ShellCommand(String commandLine, Duration timeout, int attempts) implements CheckSpec {
		@Override
		public Duration longestRun() {
			return timeout.multipliedBy(attempts);
		}
	}
}
