package org.kaconf.runtime.live;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A test with real packets between network namespaces: needs root, iproute2 and keepalived; skipped elsewhere, but never in CI. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("live")
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(LiveTestCondition.class)
@interface LiveTest {
}
