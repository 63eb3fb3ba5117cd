package org.kaconf.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LineBudgetTest {
	private static final long START = Long.MAX_VALUE - 5;
	private final LineBudget budget = new LineBudget(START);

	private int spendable(long now) {
		int lines = 0;
		while (budget.spend(now)) {
			lines++;
		}
		return lines;
	}

	@Test
	void muchMayBeSaidAtOnceAndThenLittle() {
		assertThat(spendable(START)).isEqualTo(LineBudget.AT_ONCE);
		assertThat(spendable(START + TimeUnit.SECONDS.toNanos(1))).isEqualTo(LineBudget.A_SECOND);
		assertThat(spendable(START + TimeUnit.SECONDS.toNanos(3))).isEqualTo(2 * LineBudget.A_SECOND);
	}

	@Test
	void silenceIsNotSavedForever() {
		assertThat(spendable(START + TimeUnit.DAYS.toNanos(30))).isEqualTo(LineBudget.AT_ONCE);
	}
}
