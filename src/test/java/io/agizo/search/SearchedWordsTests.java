package io.agizo.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SearchedWordsTests {

    private static final Shares SHARES =
            new Shares(100_000, new TreeMap<>(Map.of("tea", 0.25, "zulu", 0.01, "@It's", 0.5)), Instant.MAX);

    @Test
    void areAWordOrItsBeginningOrPartOfACodeOrALikeOne() {
        SearchedWords words = of(new TypedWord("chai", false, List.of("chui")));

        assertThat(words.query(Match.ITSELF)).isEqualTo("('=chai')");
        assertThat(words.query(Match.WHOLE)).isEqualTo("((('chai' | '.chai')) | ('=chai'))");
        assertThat(words.query(Match.BEGUN)).isEqualTo("((('chai':* | '.chai':* | '#chai':*)) | ('=chai'))");
        assertThat(words.query(Match.NEAR))
                .isEqualTo("(((('chai':* | '.chai':* | '#chai':*) | ('chui'))) | ('=chai'))");
        assertThat(words.only(Match.WHOLE)).isEqualTo("(((('chai' | '.chai')) | ('=chai')) & !('=chai'))");
    }

    @Test
    void areANumberWithItsUnit() {
        assertThat(of(new TypedWord("350", true, List.of()), new TypedWord("g")).query(Match.WHOLE))
                .isEqualTo("((('350g' | '.350g')) | ('=350g'))");
    }

    @Test
    void areTheGroupsOfANumberAsItIsDialled() {
        String query = of(new TypedWord("0711"), new TypedWord("000"), new TypedWord("002"))
                .query(Match.BEGUN);

        assertThat(query).contains("'#0711000002':* | '#711000002':*", "'=0711000002'");
    }

    @Test
    void areCommonIfManyRowsAreLikelyToHoldAllOfThem() {
        assertThat(of(new TypedWord("tea")).common(Match.WHOLE)).isTrue();
        assertThat(of(new TypedWord("te")).common(Match.WHOLE)).isFalse();
        assertThat(of(new TypedWord("te")).common(Match.BEGUN)).isTrue();
        assertThat(of(new TypedWord("taea", false, List.of("tea"))).common(Match.NEAR))
                .isTrue();
        assertThat(of(new TypedWord("tea"), new TypedWord("zulu")).common(Match.BEGUN))
                .isFalse();
        assertThat(of(new TypedWord("tea")).labelled("It's").common(Match.NEAR)).isTrue();
        assertThat(of(new TypedWord("tea")).labelled("Rare").common(Match.NEAR)).isFalse();
    }

    @Test
    void takeALabelAtItsWord() {
        assertThat(of(new TypedWord("tea")).labelled("It's \\ here").query(Match.ITSELF))
                .isEqualTo("(('=tea') & '@It''s \\\\ here')");
    }

    private static SearchedWords of(TypedWord... typed) {
        return SearchedWords.of(List.of(typed), SHARES);
    }
}
