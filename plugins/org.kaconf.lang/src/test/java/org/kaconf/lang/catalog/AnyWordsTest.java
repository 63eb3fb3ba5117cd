package org.kaconf.lang.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.kaconf.model.KeepalivedVersion;

/** Whatever stands on a line, checking it ends with problems that point at words. */
class AnyWordsTest {
	private static final Catalog CATALOG = Catalog.standard();

	@Property(tries = 3000)
	void problemsPointAtWordsAndSayOneLine(@ForAll("syntaxes") Syntax syntax, @ForAll("words") List<String> words) {
		assertThat(syntax.check("owner", words)).allSatisfy(problem -> {
			assertThat(problem.wordIndex()).isBetween(0, words.size());
			assertThat(problem.message()).isNotBlank().hasLineCount(1);
		});
	}

	@Property(tries = 500)
	void problemsPointAtWordsInEveryVersion(@ForAll("keywords") Keyword keyword, @ForAll("words") List<String> words) {
		for (KeepalivedVersion version : List.of(Releases.OLDEST, Releases.NEWEST))
			assertThat(keyword.check(words, version)).allSatisfy(problem -> assertThat(problem.wordIndex()).isBetween(0, words.size()));
	}

	@Property(tries = 500)
	void suggestionsAreKeywordsOfTheirBlock(@ForAll String unknown) {
		assertThat(CATALOG.suggest(unknown, CATALOG.block("vrrp_instance")))
				.allSatisfy(suggestion -> assertThat(suggestion.block().keyword(suggestion.keyword().name())).hasValue(suggestion.keyword()));
	}

	@Provide
	Arbitrary<Keyword> keywords() {
		return Arbitraries.of(CATALOG.everything().stream().flatMap(block -> block.keywords().stream()).toList());
	}

	@Provide
	Arbitrary<Syntax> syntaxes() {
		return Arbitraries.of(CATALOG.everything().stream()
				.flatMap(block -> Stream.concat(block.keywords().stream().map(Keyword::syntax), block.entry().stream().map(Entry::syntax))).toList());
	}

	@Provide
	Arbitrary<List<String>> words() {
		Arbitrary<String> known = Arbitraries.of(CATALOG.everything().stream().flatMap(block -> block.entry().stream())
				.flatMap(entry -> entry.options().stream()).map(Option::word).distinct().toList());
		Arbitrary<String> typical = Arbitraries.of("0", "-1", "1.5", "99999999999999999999", "10.0.0.1/24", "10.0.0.1", "::1", "ff02::1", "yes", "all", "5-1", "a|b", "", " ");
		Arbitrary<String> any = Arbitraries.strings().ascii().ofMaxLength(40).filter(word -> !word.contains("\n") && !word.contains("\r"));
		return Arbitraries.oneOf(known, typical, any).list().ofMaxSize(8);
	}
}
