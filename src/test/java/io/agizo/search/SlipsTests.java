package io.agizo.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsTests {

    @ParameterizedTest
    @CsvSource({
        "honney,honey,2",
        "hony,honey,2",
        "hohey,honey,2",
        "hnoey,honey,2",
        "kirinyagga,kirinyaga,2",
        "kriniyaga,kirinyaga,4",
        "ikrinygaa,kirinyaga,4",
        "kiriga,kirinyaga,-1",
        "hnney,honey,2",
        "hxxey,honey,-1",
        "te,tea,-1",
        "tae,tea,-1",
        "chia,chai,2",
        "chia,chaiwala,-1",
        "kercho,kerichogold,3",
        "kerrch,kerichogold,3"
    })
    void areOneFromFourLettersOnAndTwoFromEightOn(String typed, String word, int distance) {
        assertThat(Slips.distance(typed, word).orElse(-1)).isEqualTo(distance);
    }

    @Test
    void areNoneOfAWordThatIsOnlyUnfinished() {
        assertThat(Slips.nearest("hone", List.of("honey", "hone", "hole", "tone", "stone")))
                .containsExactly("hole", "tone");
    }

    @Test
    void areLookedForInTheNearestWordsOnly() {
        List<String> many = "abcdefghijklmnopqrst"
                .chars()
                .mapToObj(letter -> "kahaw" + (char) letter)
                .toList();

        assertThat(Slips.nearest("kahaww", many)).hasSize(12).startsWith("kahawa");
    }
}
