package org.kaconf.runtime.control;

import com.google.gson.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What a daemon can be asked to do.
 *
 * @param seconds how long the answer may take
 * @param action gets the request and answers with what becomes JSON; an IllegalArgumentException says what is wrong with the request
 * @param afterwards what is done once the answer is sent, or could not be: what ends the daemon must not be quicker than its answer
 */
public record ControlCommand(int seconds, Function<JsonObject, CompletableFuture<?>> action, Runnable afterwards) {
	private static final int SECONDS = 5;
	private static final Runnable NOTHING = () -> {
	};

	/** One that is answered at once. */
	public ControlCommand(Function<JsonObject, CompletableFuture<?>> action) {
		this(SECONDS, action);
	}

	/** One that is done when it is answered. */
	public ControlCommand(int seconds, Function<JsonObject, CompletableFuture<?>> action) {
		this(seconds, action, NOTHING);
	}

	/** One that is answered first and done then. */
	public static ControlCommand answeredFirst(Object answer, Runnable action) {
		return new ControlCommand(SECONDS, request -> CompletableFuture.completedFuture(answer), action);
	}
}
