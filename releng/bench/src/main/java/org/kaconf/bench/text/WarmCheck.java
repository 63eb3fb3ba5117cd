package org.kaconf.bench.text;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LoadOptions;
import org.kaconf.lint.Diagnostic;
import org.kaconf.lint.LintOptions;
import org.kaconf.lint.Linter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A check of a file from the disk in a JVM that has done it before, as in an IDE or in a build of many files. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class WarmCheck {
	/** The file to check; the command hands it in. */
	@Param("")
	public String file;

	private Kaconf kaconf;
	private Linter linter;

	@Setup(Level.Trial)
	public void open() {
		kaconf = Kaconf.create();
		linter = new Linter(LintOptions.DEFAULT);
	}

	@Benchmark
	public List<Diagnostic> check() {
		return linter.check(kaconf.analyse(Path.of(file), LoadOptions.DEFAULT));
	}
}
