package io.agizo.issuer;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.agizo.identity.Permission;
import io.agizo.identity.WebClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/** Access tokens of people, as the shop itself signs them, for tests that are not about signing in. */
public final class PersonalTokens {

    private static final int LIFETIME_SECONDS = 300;

    private PersonalTokens() {}

    /** A token that may be used for everything that its owner may do, who has just signed in. */
    public static String of(ApplicationContext shop, UUID account) {
        return of(shop, account, Instant.now(shop.getBean(Clock.class)));
    }

    /** The same of somebody who signed in at that time. */
    @SuppressWarnings("unchecked")
    public static String of(ApplicationContext shop, UUID account, Instant signedInAt) {
        String issuer =
                String.valueOf(shop.getBean(AuthorizationServerSettings.class).getIssuer());
        Instant now = Instant.now(shop.getBean(Clock.class));
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .audience(List.of(issuer + "/api/v1"))
                .subject(account.toString())
                .claim("client_id", WebClient.ID)
                .claim("auth_time", signedInAt.getEpochSecond())
                .claim(
                        "scope",
                        Arrays.stream(Permission.values())
                                .map(Permission::scope)
                                .collect(Collectors.joining(" ")))
                .issuedAt(now)
                .expiresAt(now.plusSeconds(LIFETIME_SECONDS))
                .build();
        JwsHeader header =
                JwsHeader.with(SignatureAlgorithm.RS256).type("at+jwt").build();
        NimbusJwtEncoder encoder = new NimbusJwtEncoder((JWKSource<SecurityContext>) shop.getBean(JWKSource.class));
        encoder.setJwkSelector(List::getFirst);
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
