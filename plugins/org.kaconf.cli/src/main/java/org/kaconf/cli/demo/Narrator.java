package org.kaconf.cli.demo;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells what happens, with the seconds since the current step began. Lines may come from several threads. */
final class Narrator {
	/** What a person wants to see of a daemon's log. */
	private static final Pattern TELLING = Pattern.compile(
			"Entering \\w+ STATE|VRRP_Script\\(|effective priority|setting VIPs|removing VIPs|sent 0 priority|gratuitous ARPs on|Receive advertisement timeout");
	private static final int NAME_WIDTH = 8;

	private final PrintWriter out;
	private long stepBegan = System.nanoTime();

	Narrator(PrintWriter out) {
		this.out = out;
	}

	/** Begins a step: its title, and times from zero. */
	synchronized void step(String title) {
		stepBegan = System.nanoTime();
		out.println();
		out.println("  " + title);
	}

	/** Something that was seen to be so. */
	synchronized void fact(String text) {
		line("", text);
	}

	/** A line of a node's log; those nobody needs to see are left out. */
	synchronized void log(String node, String line) {
		if (TELLING.matcher(line).find()) {
			line(node, line.substring(Math.max(0, line.indexOf('(') < 0 ? 0 : start(line))));
		}
	}

	private static int start(String line) {
		int script = line.indexOf("VRRP_Script(");
		return script >= 0 ? script : line.indexOf('(');
	}

	private void line(String node, String text) {
		out.println(String.format(Locale.ROOT, "  %6.1f s  %-" + NAME_WIDTH + "s  %s", (System.nanoTime() - stepBegan) / 1e9, node, text));
		out.flush();
	}
}
