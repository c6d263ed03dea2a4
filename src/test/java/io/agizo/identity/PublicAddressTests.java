package io.agizo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agizo.shared.CannotStart;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTests {

    @Test
    void aSlashAtTheEndMakesNoOtherIssuer() {
        assertThat(new PublicAddress(URI.create("https://orders.example.test/")).issuer())
                .isEqualTo(new PublicAddress(URI.create("https://orders.example.test")).issuer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders.example.test",
                "/shop",
                "https:///shop",
                "https://orders.example.test?a=b",
                "https://orders.example.test#a",
                "https://amina:secret@orders.example.test",
                "ftp://orders.example.test"
            })
    void refusesWhatProgramsCannotReach(String url) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new PublicAddress(URI.create(url)))
                .withMessageContaining("agizo.public-url")
                .withMessageNotContaining("secret");
    }
}
