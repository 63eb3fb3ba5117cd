package org.kaconf.acceptance.soak;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.kaconf.acceptance.Patience;
import org.kaconf.acceptance.peer.Implementation;
import org.kaconf.acceptance.peer.Member;
import org.kaconf.acceptance.soak.Traces.Holdings;
import org.kaconf.model.IpAddress;
import org.kaconf.runtime.network.NamespaceNetwork;
import org.kaconf.runtime.network.NetworkHost;
import org.kaconf.runtime.network.PacketCapture;

/**
 * Three nodes through faults in random order, one or several at a time. Whenever things have settled, each virtual router has the master that it should have,
 * and nobody else has its addresses; no daemon holds more descriptors, threads or children than in the beginning, and one that has stopped leaves nothing.
 */
final class Soak implements AutoCloseable {
	/** Two masters at a time, for no longer: one hears the other by its next advert, unless the machine is late. */
	private static final long LONGEST_SPLIT = TimeUnit.SECONDS.toNanos(1);
	/** For everything to come to rest, on a machine that is busy with other things. */
	private static final Duration LIMIT = Duration.ofSeconds(15);
	private static final List<String> INSTANCES = List.of("VI_1", "VI_2", "VI_3");
	private static final List<Integer> VIRTUAL_ROUTER_IDS = List.of(51, 52, 53);
	private static final List<String> ADDRESSES = List.of("10.9.0.101/24", "10.9.0.102/24", "fe80::103/64");
	/** Of each instance, nodes by falling priority. */
	private static final List<String> RANKS = List.of("abc", "cab", "bca");
	/** How often each fault happens, of {@value #SHARES}. */
	private static final Map<Fault, Integer> WEIGHTS = new EnumMap<>(Map.of(Fault.CRASH, 6, Fault.STOP, 5, Fault.UNPLUG, 5, Fault.HOLD, 2, Fault.RELOAD, 2));
	private static final int SHARES = 20;
	/** Of {@value #SHARES}: how often the next thing happens before things have settled. */
	private static final int HASTE = 6;
	private static final int REPORT_EVERY = 50;
	private static final int REPETITIONS = 5;

	private final long seed;
	private final int events;
	private final PrintStream out;
	private final Path folder;
	private final Random random;
	private final NamespaceNetwork network;
	private final PacketCapture segment;
	private final Masters masters;
	private final Map<String, Member> members = new LinkedHashMap<>();
	private final Map<String, String> traces = new HashMap<>();
	private final Map<String, Fault> faults = new HashMap<>();
	private final Map<Long, Holdings> holdings = new HashMap<>();
	private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
	private final List<String> journal = new ArrayList<>();

	/** @param events how many faults there are to be */
	Soak(long seed, int events, Path folder, PrintStream out) throws IOException {
		this.seed = seed;
		this.events = events;
		this.folder = folder;
		this.out = out;
		random = new Random(seed);
		network = NamespaceNetwork.create();
		try (var text = Soak.class.getResourceAsStream("/soak.conf")) {
			String configuration = new String(text.readAllBytes(), StandardCharsets.UTF_8);
			for (String name : List.of("a", "b", "c")) {
				NetworkHost host = network.addHost(name, "10.9.0." + (members.size() + 1) + "/24");
				members.put(name, new Member(host, Implementation.KACONF, configuration, folder));
			}
			segment = network.capture();
			masters = new Masters(segment);
		} catch (IOException e) {
			network.close();
			throw e;
		}
	}

	/** @throws AssertionError what went wrong, after which events, and how to see it again */
	void run() {
		long start = System.nanoTime();
		try {
			for (Member member : members.values()) {
				traces.put(member.host().name(), Traces.of(member.host()));
				member.start();
			}
			settle();
			while (count() < events) {
				next();
				if (random.nextInt(SHARES) >= HASTE) {
					settle();
				} else {
					LockSupport.parkNanos(random.nextLong(3 * Masters.INTERVAL));
				}
			}
			for (String name : List.copyOf(faults.keySet())) {
				end(name);
			}
			settle();
			repeatWhatDaemonsSurvive();
			for (String name : members.keySet()) {
				begin(name, Fault.STOP);
			}
		} catch (IOException | TimeoutException | RuntimeException e) {
			throw new AssertionError(failure(e.getMessage()), e);
		}
		report(start);
	}

	/** What a daemon loses a little of each time shows when it happens to the same daemon again and again. */
	private void repeatWhatDaemonsSurvive() throws IOException, TimeoutException {
		for (int i = 0; i < REPETITIONS; i++) {
			for (Fault fault : List.of(Fault.UNPLUG, Fault.HOLD, Fault.RELOAD)) {
				for (String name : members.keySet()) {
					begin(name, fault);
					if (fault.lasts()) {
						end(name);
					}
				}
			}
			settle();
		}
	}

	private int count() {
		return counts.values().stream().mapToInt(Integer::intValue).sum();
	}

	private void next() throws IOException, TimeoutException {
		String name = List.copyOf(members.keySet()).get(random.nextInt(members.size()));
		Fault fault = choose();
		if (faults.containsKey(name)) {
			end(name);
		} else {
			begin(name, fault);
			counts.merge(fault, 1, Integer::sum);
			if (count() % REPORT_EVERY == 0) {
				out.println("soak: " + count() + " of " + events + " events");
			}
		}
	}

	private Fault choose() {
		int share = random.nextInt(SHARES);
		for (Map.Entry<Fault, Integer> weight : WEIGHTS.entrySet()) {
			share -= weight.getValue();
			if (share < 0) {
				return weight.getKey();
			}
		}
		throw new IllegalStateException("the weights are less than " + SHARES);
	}

	private void begin(String name, Fault fault) throws IOException, TimeoutException {
		journal.add(fault + " " + name);
		Member member = members.get(name);
		if (fault == Fault.STOP) {
			// One that is stopped before it has begun has not removed yet what a crash before it left.
			member.process().await("Startup complete", 0, Member.LIMIT);
		}
		fault.begin(member);
		if (fault.lasts()) {
			faults.put(name, fault);
		}
		if (fault == Fault.STOP) {
			await("nothing left on " + name + " of\n" + traces.get(name), () -> Traces.of(member.host()).equals(traces.get(name)), () -> Traces.of(member.host()));
			await("no process left on " + name, () -> Traces.processes(member.host()).isEmpty(), () -> Traces.processes(member.host()));
			await("no file left of " + name, () -> files(name).isEmpty(), () -> files(name));
		}
	}

	/** Pid files and sockets. */
	private List<Path> files(String name) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(f -> f.getFileName().toString().matches(name + "[.](pid|sock).*")).toList();
		}
	}

	private void end(String name) throws IOException, TimeoutException {
		Fault fault = faults.remove(name);
		journal.add("end of " + fault + " " + name);
		fault.end(members.get(name));
	}

	/** Waits until everything is as it should be. */
	private void settle() throws IOException, TimeoutException {
		for (Member member : healthy()) {
			for (String instance : INSTANCES) {
				member.process().await("(" + instance + ") Entering ", 0, Member.LIMIT);
			}
		}
		for (int i = 0; i < INSTANCES.size(); i++) {
			int instance = i;
			Set<IpAddress> wanted = master(instance) == null ? Set.of() : Set.of(source(master(instance), instance));
			await(INSTANCES.get(i) + " has the master " + wanted, () -> masters.of(VIRTUAL_ROUTER_IDS.get(instance), System.nanoTime()).equals(wanted),
					() -> masters.of(VIRTUAL_ROUTER_IDS.get(instance), System.nanoTime()));
		}
		for (Member member : healthy()) {
			List<String> wanted = ADDRESSES.stream().filter(address -> member == master(ADDRESSES.indexOf(address))).toList();
			await(member + " has the addresses " + wanted, () -> addresses(member).equals(wanted), () -> addresses(member));
			long pid = member.process().pid();
			await(member + " holds no more than " + holdings.get(pid), () -> Holdings.of(pid).isWithin(holdings.computeIfAbsent(pid, Soak::limit)), () -> Holdings.of(pid));
		}
		if (masters.longestSplit() > LONGEST_SPLIT) {
			throw new IOException("two masters for " + TimeUnit.NANOSECONDS.toMillis(masters.longestSplit()) + " ms");
		}
	}

	/** One thing of each kind may be made when it is needed for the first time; no child is there for long. */
	private static Holdings limit(long pid) {
		try {
			Holdings first = Holdings.of(pid);
			return new Holdings(first.descriptors() + 1, first.threads() + 1, 0);
		} catch (IOException e) {
			throw new IllegalStateException("process " + pid + " has ended", e);
		}
	}

	/** Those that run and can be heard. */
	private List<Member> healthy() {
		return members.values().stream().filter(member -> !faults.containsKey(member.host().name())).toList();
	}

	/** @return {@code null} when there is nobody */
	private Member master(int instance) {
		return RANKS.get(instance).chars().mapToObj(name -> members.get(Character.toString(name))).filter(healthy()::contains).findFirst().orElse(null);
	}

	private IpAddress source(Member member, int instance) {
		int number = List.copyOf(members.values()).indexOf(member) + 1;
		return IpAddress.of((ADDRESSES.get(instance).contains(":") ? "fe80::ff:fe00:" : "10.9.0.") + number);
	}

	private static List<String> addresses(Member member) throws IOException {
		String shown = member.host().run("ip", "-o", "address");
		return ADDRESSES.stream().filter(address -> shown.contains(" " + address + " ")).toList();
	}

	/** What there is instead. */
	private interface Instead {
		Object look() throws IOException;
	}

	private static void await(String what, Patience.Condition condition, Instead instead) throws IOException, TimeoutException {
		try {
			Patience.await(what, LIMIT, condition);
		} catch (TimeoutException e) {
			throw new IOException(e.getMessage() + "; there is\n" + instead.look(), e);
		}
	}

	private String failure(String message) {
		StringBuilder text = new StringBuilder("seed " + seed + ", event " + count() + ": " + message + "\nreplay with: releng/acceptance/soak " + events + " " + seed + "\nwhat happened last: "
				+ journal.subList(Math.max(0, journal.size() - 12), journal.size()) + "\nfaults now: " + faults);
		members.values().forEach(member -> {
			List<String> log = member.log();
			text.append("\n\n").append(member).append(":\n").append(String.join("\n", log.subList(Math.max(0, log.size() - 60), log.size())));
		});
		return text.toString();
	}

	private void report(long start) {
		out.println("soak: seed " + seed + ", " + count() + " events " + counts + " in " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)
				+ " s; two masters at a time for at most " + TimeUnit.NANOSECONDS.toMillis(masters.longestSplit()) + " ms");
	}

	@Override
	public void close() {
		segment.close();
		network.close();
	}
}
