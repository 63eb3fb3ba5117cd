package org.kaconf.runtime.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNumberTest {
	@ParameterizedTest
	@CsvSource({"5,5", "-5,-5", "+7,7", "'  12\n',12", "0,0", "010,8", "0x1F,31", "-0x10,-16", "'3 apples',3", "'',0", "none,0", "'\n',0", "08,0", "2147483647,2147483647", "-2147483648,-2147483648"})
	void isReadAsKeepalivedDoes(String text, int expected) {
		assertThat(FileNumber.parse(text)).hasValue(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = {"2147483648", "-2147483649", "99999999999999999999999"})
	void doesNotCountOutOfRange(String text) {
		assertThat(FileNumber.parse(text)).isEmpty();
	}

	@Test
	void bytesThatAreNoTextAreNoNumber() {
		assertThat(FileNumber.parse("\u0000\u00ff1")).hasValue(0);
	}
}
