package io.agizo.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTests {

    @Test
    void isKnownByTheNameWithoutTheSpaceAroundIt() {
        assertThat(new Contact("  Amina Otieno ", null)).isEqualTo(new Contact("Amina Otieno", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines", "bell\u0007", "\ud800"})
    void hasANameOfOneLine(String name) {
        assertThatThrownBy(() -> new Contact(name, null)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void hasANameThatFitsOnALabel() {
        assertThat(new Contact("x".repeat(200), null).name()).hasSize(200);
        assertThatThrownBy(() -> new Contact("x".repeat(201), null)).isInstanceOf(InvalidInput.class);
    }
}
