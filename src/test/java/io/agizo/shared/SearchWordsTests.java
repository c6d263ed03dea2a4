package io.agizo.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchWordsTests {

    @Test
    void searchForNothingInParticularWhenBlank() {
        assertThat(SearchWords.of(null).allIn("name")).isEqualTo("true");
        assertThat(SearchWords.of("  ").patterns()).isEmpty();
    }

    @Test
    void areFoundAnywhereUnlessTheyAreShort() {
        assertThat(SearchWords.of(" chai  ya 5 ").patterns()).containsExactly("%chai%", "% ya%", "% 5%");
        assertThat(SearchWords.of("chai ya").allIn("name"))
                .isEqualTo("name like (select lower(:word0)) and name like (select lower(:word1))");
    }

    @Test
    void areLookedUpByTheirEnds() {
        assertThat(SearchWords.of("+254711000001 chai %").parameters())
                .containsEntry("word0", "%+254711000001%")
                .containsEntry("end0", "%000001%")
                .containsEntry("end1", "%chai%")
                .containsEntry("end2", "%\\%%");
    }

    @Test
    void mayBeAWholePhoneNumber() {
        assertThat(SearchWords.of(" +254711000001 ").phone()).contains("+254711000001");
        assertThat(SearchWords.of("254711000001").phone()).isEmpty();
        assertThat(SearchWords.of("+254711000001 chai").phone()).isEmpty();
    }

    @Test
    void takeWildcardsAtTheirWord() {
        assertThat(SearchWords.of("100%_\\ %").patterns()).containsExactly("%100\\%\\_\\\\%", "%\\%%");
    }
}
