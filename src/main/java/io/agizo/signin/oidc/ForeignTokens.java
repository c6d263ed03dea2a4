package io.agizo.signin.oidc;

import com.nimbusds.jwt.JWTParser;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.ForeignIdentity;
import io.agizo.accounts.LinkedPeople;
import io.agizo.clients.IssuerUnavailable;
import io.agizo.clients.TokenRefused;
import io.agizo.clients.TokensOfOtherIssuer;
import io.agizo.identity.Permission;
import io.agizo.identity.PublicAddress;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/** Takes the access tokens of the other issuer at the API: made by it, for this API, signed with its keys, not expired. */
@Component
class ForeignTokens implements TokensOfOtherIssuer {

    /** A request of the API waits for this, so it is no longer than one would. */
    private static final Duration KEYS_TAKE_AT_MOST = Duration.ofSeconds(2);

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(10);

    private final OidcSettings settings;
    private final PagesClient client;
    private final LinkedPeople people;
    private final PublicAddress address;
    private final Clock clock;
    private volatile @Nullable JwtDecoder decoder;

    ForeignTokens(OidcSettings settings, PagesClient client, LinkedPeople people, PublicAddress address, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.people = people;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public Optional<Checked> check(String token) {
        String issuer = settings.issuer();
        return issuer == null || !issuer.equals(issuerOf(token))
                ? Optional.empty()
                : Optional.of(checked(issuer, token));
    }

    /** What the token says of itself, to know whom to ask whether it is true. */
    private static @Nullable String issuerOf(String token) {
        try {
            return JWTParser.parse(token).getJWTClaimsSet().getIssuer();
        } catch (ParseException noToken) {
            return null;
        }
    }

    private Checked checked(String issuer, String token) {
        Jwt jwt = decoded(token);
        String subject = Optional.ofNullable(jwt.getSubject()).orElseThrow(TokenRefused::new);
        ForeignIdentity identity = new ForeignIdentity(issuer, subject);
        String name = Objects.requireNonNullElse(jwt.getClaimAsString("name"), "Customer");
        AccountId account = people.signIn(identity, name, "en");
        Set<Permission> granted = settings.granted(jwt.getClaims());
        if (granted != null) {
            people.grant(identity, granted, Objects.requireNonNullElse(jwt.getIssuedAt(), Instant.EPOCH));
        }
        return new Checked(
                account.value(),
                Objects.requireNonNull(jwt.getExpiresAt(), "the decoder demands an expiry"),
                jwt.getClaimAsInstant(IdTokenClaimNames.AUTH_TIME));
    }

    private Jwt decoded(String token) {
        try {
            return decoder().decode(token);
        } catch (JwtValidationException over) {
            throw TokenRefused.genuine();
        } catch (BadJwtException bad) {
            throw new TokenRefused();
        } catch (JwtException keysNotToBeHad) {
            throw new IssuerUnavailable(keysNotToBeHad);
        }
    }

    private JwtDecoder decoder() {
        JwtDecoder made = decoder;
        if (made == null) {
            made = newDecoder(client.registration().getProviderDetails().getJwkSetUri());
            decoder = made;
        }
        return made;
    }

    private JwtDecoder newDecoder(@Nullable String keys) {
        NimbusJwtDecoder made = NimbusJwtDecoder.withJwkSetUri(Objects.requireNonNull(keys))
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .restOperations(new RestTemplate(ToOtherIssuer.answeredWithin(KEYS_TAKE_AT_MOST)))
                .build();
        JwtTimestampValidator valid = new JwtTimestampValidator(CLOCKS_DIFFER_BY);
        valid.setAllowEmptyExpiryClaim(false);
        valid.setClock(clock);
        made.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtIssuerValidator(Objects.requireNonNull(settings.issuer())),
                new JwtAudienceValidator(audience()),
                valid));
        return made;
    }

    private String audience() {
        return Objects.requireNonNullElse(settings.audience(), address.url() + "/api/v1");
    }
}
