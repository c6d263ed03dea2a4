package io.agizo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
    @ValueSource(strings = {"orders.example.test", "/shop", "https:///shop", "https://orders.example.test?a=b"})
    void refusesWhatProgramsCannotReach(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PublicAddress(URI.create(url)))
                .withMessageContaining("agizo.public-url");
    }
}
