package org.kaconf.runtime.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.kaconf.model.Globals;
import org.kaconf.model.NotifyFifo;
import org.kaconf.runtime.loop.Log;
import org.kaconf.runtime.script.Programs;
import org.kaconf.runtime.script.ScriptCommands;

/** Writes a line to the notify pipes for everything that happens: {@code INSTANCE "VI_1" MASTER 100}. */
final class PipeNotices implements Listener {
	private final Programs programs;
	private final Log log;
	private List<Pipe> pipes = List.of();

	PipeNotices(Programs programs, Log log) {
		this.programs = programs;
		this.log = log;
	}

	/** A pipe that is the same as before stays open. */
	void configure(Globals globals, ScriptCommands commands) {
		List<NotifyFifo> wanted = Stream.of(globals.notifyFifo(), globals.vrrpFifo()).filter(Objects::nonNull).toList();
		List<Pipe> before = new ArrayList<>(pipes);
		List<Pipe> after = new ArrayList<>();
		before.stream().filter(pipe -> wanted.stream().noneMatch(pipe::is)).forEach(Pipe::end);
		for (NotifyFifo fifo : wanted) {
			after.add(before.stream().filter(pipe -> pipe.is(fifo)).findFirst().orElseGet(() -> new Pipe(fifo, commands, programs, log)));
		}
		pipes = after;
	}

	@Override
	public void hear(Subject subject, Happening happening, int priority) {
		if (pipes.isEmpty()) {
			return;
		}
		String line = subject.kind() + " \"" + subject.name() + "\" " + happening + " " + priority + "\n";
		for (Pipe pipe : pipes) {
			pipe.write(line);
		}
	}

	void close() {
		pipes.forEach(Pipe::close);
		pipes = List.of();
	}
}
