package io.agizo.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.shared.InvalidInput;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderNumberTests {

    @ParameterizedTest
    @ValueSource(strings = {"A7K2-9QX", "a7k2-9qx", "A7K29QX", " A7K2-9QX ", "a-7k2-9-qx"})
    void isReadAsPeopleTypeIt(String typed) {
        assertThat(OrderNumber.parse(typed)).isEqualTo(new OrderNumber("A7K2-9QX"));
    }

    @Test
    void takesLettersForTheDigitsTheyAreMistakenFor() {
        assertThat(OrderNumber.parse("OIl2-9QX")).isEqualTo(new OrderNumber("0112-9QX"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A7K2", "A7K2-9QXX", "A7K2-9Q!", "U7K2-9QX", "A7K2_9QX"})
    void refusesWhatIsNoNumber(String typed) {
        assertThatThrownBy(() -> OrderNumber.parse(typed)).isInstanceOf(InvalidInput.class);
    }

    @Property
    void drawsWhatItReads(@ForAll long seed) {
        OrderNumber number = OrderNumber.draw(new Random(seed));
        assertThat(OrderNumber.parse(number.value())).isEqualTo(number);
    }

    @Test
    void drawsFromTheWholeRange() {
        var source = new Random(1);
        Set<Character> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            OrderNumber.draw(source).value().chars().forEach(letter -> seen.add((char) letter));
        }
        assertThat(seen).hasSize(33);
    }
}
