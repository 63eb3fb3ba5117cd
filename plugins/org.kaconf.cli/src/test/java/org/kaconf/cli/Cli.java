package org.kaconf.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/** Runs a command line in this process and keeps what it said. */
record Cli(int exitCode, String out, String err) {
	static Cli run(Object... arguments) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		String[] args = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
		int code = Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
		return new Cli(code, out.toString(), err.toString());
	}
}
