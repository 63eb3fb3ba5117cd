package org.kaconf.acceptance.peer;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that happens to a host, and who is master of what afterwards.
 *
 * @param argument of the action; empty for none
 * @param masters the host of each instance; the instance {@code ""} stands for all
 */
record Step(String action, String host, String argument, Map<String, String> masters) {
	private static final Pattern LINE = Pattern.compile("(?<action>\\w+) (?<host>\\w+)(?: (?<argument>\\S+))? +-> (?<masters>.+)");
	private static final Map<String, Action> ACTIONS = Map.of("start", (member, argument) -> member.start(), "stop", (member, argument) -> member.stop(), "crash",
			(member, argument) -> member.crash(), "reload", Member::reload, "plug", (member, argument) -> member.plug(), "unplug", (member, argument) -> member.unplug(), "fail",
			(member, argument) -> member.fail(), "recover", (member, argument) -> member.recover(), "down", Member::takeDown, "up", Member::bringUp);

	private interface Action {
		void on(Member member, String argument) throws IOException, TimeoutException;
	}

	/** @param line such as {@code crash a -> b} or {@code reload a PRIORITY=99 -> VI_1:b VI_2:a} */
	static Step parse(String line) {
		Matcher m = LINE.matcher(line.strip());
		if (!m.matches() || !ACTIONS.containsKey(m.group("action"))) {
			throw new IllegalArgumentException("\"" + line + "\" is no step; write ACTION HOST -> MASTER, with an action of " + ACTIONS.keySet());
		}
		Map<String, String> masters = new LinkedHashMap<>();
		for (String word : List.of(m.group("masters").split(" +"))) {
			int colon = word.indexOf(':');
			masters.put(colon < 0 ? "" : word.substring(0, colon), word.substring(colon + 1));
		}
		return new Step(m.group("action"), m.group("host"), m.group("argument") == null ? "" : m.group("argument"), masters);
	}

	void perform(Member member) throws IOException, TimeoutException {
		ACTIONS.get(action).on(member, argument);
	}

	/** Whether the host has a new daemon afterwards. */
	boolean starts() {
		return action.equals("start");
	}

	String masterOf(String instance) {
		return masters.getOrDefault(instance, masters.get(""));
	}

	@Override
	public String toString() {
		return (action + " " + host + " " + argument).strip();
	}
}
