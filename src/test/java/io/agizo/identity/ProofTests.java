package io.agizo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.core.authority.FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY;
import static org.springframework.security.core.authority.FactorGrantedAuthority.OTT_AUTHORITY;
import static org.springframework.security.core.authority.FactorGrantedAuthority.PASSWORD_AUTHORITY;
import static org.springframework.security.core.authority.FactorGrantedAuthority.WEBAUTHN_AUTHORITY;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

class ProofTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** Somebody who showed each of the factors so many minutes before noon. */
    private static Authentication person(Map<String, Integer> minutesAgo) {
        return UsernamePasswordAuthenticationToken.authenticated(
                "Amina",
                null,
                minutesAgo.entrySet().stream()
                        .map(shown -> FactorGrantedAuthority.withAuthority(shown.getKey())
                                .issuedAt(NOON.minusSeconds(60L * shown.getValue()))
                                .build())
                        .toList());
    }

    @Test
    void isGoodForAQuarterOfAnHour() {
        assertThat(Proof.isFresh(person(Map.of(PASSWORD_AUTHORITY, 14)), NOON)).isTrue();
        assertThat(Proof.isFresh(person(Map.of(PASSWORD_AUTHORITY, 15)), NOON)).isFalse();
        assertThat(Proof.isFresh(person(Map.of(PASSWORD_AUTHORITY, 60, OTT_AUTHORITY, 1)), NOON))
                .isTrue();
    }

    @Test
    void isOfBothFactorsWhereThereAreTwo() {
        assertThat(Proof.isFresh(person(Map.of(PASSWORD_AUTHORITY, 1, Proof.SECOND_FACTOR, 20)), NOON))
                .isFalse();
        assertThat(Proof.isFresh(person(Map.of(PASSWORD_AUTHORITY, 20, Proof.SECOND_FACTOR, 1)), NOON))
                .isFalse();
        assertThat(Proof.isFresh(person(Map.of(PASSWORD_AUTHORITY, 2, Proof.SECOND_FACTOR, 1)), NOON))
                .isTrue();
        assertThat(Proof.isFresh(person(Map.of(WEBAUTHN_AUTHORITY, 1, Proof.SECOND_FACTOR, 90)), NOON))
                .isTrue();
    }

    @Test
    void isNotToComeBackFromAnIssuerThatMayNotHaveAsked() {
        assertThat(Proof.isFresh(person(Map.of(AUTHORIZATION_CODE_AUTHORITY, 0)), NOON))
                .isFalse();
        assertThat(Proof.isFresh(person(Map.of(AUTHORIZATION_CODE_AUTHORITY, 0, Proof.AT_ISSUER, 60)), NOON))
                .isFalse();
        assertThat(Proof.isFresh(person(Map.of(AUTHORIZATION_CODE_AUTHORITY, 0, Proof.AT_ISSUER, 1)), NOON))
                .isTrue();
    }
}
