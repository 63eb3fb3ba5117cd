package org.kaconf.runtime.control;

import com.google.gson.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What a daemon can be asked to do.
 *
 * @param seconds how long the answer may take
 * @param action gets the request and answers with what becomes JSON; an IllegalArgumentException says what is wrong with the request
 */
public record ControlCommand(int seconds, Function<JsonObject, CompletableFuture<?>> action) {
	private static final int SECONDS = 5;

	/** One that is answered at once. */
	public ControlCommand(Function<JsonObject, CompletableFuture<?>> action) {
		this(SECONDS, action);
	}
}
