package io.agizo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretHashTests {

    private final SecretHash hash = new SecretHash();

    @Test
    void takesTheRightSecretOnly() {
        String kept = hash.encode("the secret");

        assertThat(hash.matches("the secret", kept)).isTrue();
        assertThat(hash.matches("the Secret", kept)).isFalse();
        assertThat(hash.matches("", kept)).isFalse();
        assertThat(hash.matches(null, kept)).isFalse();
        assertThat(hash.matches("the secret", null)).isFalse();
    }

    @Test
    void keepsNothingOfTheSecretItself() {
        assertThat(SecretHash.of("the secret")).matches("[0-9a-f]{64}");
    }
}
