package io.agizo.identity;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * Tells when a person last proved who they are. To come back from an issuer is no proof by itself, for it may not have
 * asked; and of who has shown a second factor the older one of the two counts.
 */
public final class Proof {

    /** A code of an authenticator app, or one that stands in for it. */
    public static final String SECOND_FACTOR = "FACTOR_AUTHENTICATOR";

    /** What another issuer asked for, as of when it says that it did. */
    public static final String AT_ISSUER = "FACTOR_ISSUER";

    private Proof() {}

    /** Nothing if they never did. */
    public static Optional<Instant> of(Authentication person) {
        Optional<Instant> first = latest(
                person, FactorGrantedAuthority.PASSWORD_AUTHORITY, FactorGrantedAuthority.OTT_AUTHORITY, AT_ISSUER);
        Optional<Instant> second = latest(person, SECOND_FACTOR);
        Optional<Instant> both = second.isEmpty() ? first : first.map(proved -> earlier(proved, second.get()));
        return Stream.of(both, latest(person, FactorGrantedAuthority.WEBAUTHN_AUTHORITY))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /** Whether the person proved it so lately that they may do what {@link SignInTooOld} refuses to others. */
    public static boolean isFresh(Authentication person, Instant now) {
        return isFresh(of(person).orElse(null), now);
    }

    /** The same of a person of whom only the time is known; null if they never did. */
    public static boolean isFresh(@Nullable Instant proved, Instant now) {
        return proved != null && now.isBefore(proved.plus(SignInTooOld.GOOD_FOR));
    }

    private static Optional<Instant> latest(Authentication person, String... factors) {
        return person.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(FactorGrantedAuthority.class::cast)
                .filter(factor -> Stream.of(factors).anyMatch(factor.getAuthority()::equals))
                .map(FactorGrantedAuthority::getIssuedAt)
                .max(Comparator.naturalOrder());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
