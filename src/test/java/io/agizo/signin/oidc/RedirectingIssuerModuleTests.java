package io.agizo.signin.oidc;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.agizo.TestDatabase;
import io.agizo.accounts.LinkedPeopleFixture;
import io.agizo.clients.IssuerUnavailable;
import io.agizo.identity.PublicAddress;
import io.agizo.identity.PublicAddresses;
import io.agizo.identity.WebClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Another issuer whose addresses are as they should be, until one of them leads elsewhere. */
class RedirectingIssuerModuleTests {

    private static final String METADATA = "/.well-known/openid-configuration";
    private static final String ELSEWHERE = "/elsewhere";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private final Clock clock = Clock.systemUTC();
    private final String issuer = SERVER.baseUrl();
    private final PublicAddress shop = PublicAddresses.of("https://shop.example.test");
    private final OidcSettings settings = new OidcSettings(issuer, "shop", "the secret", null, null, Map.of());
    private final PagesClient client = new PagesClient(settings, shop);
    private final ForeignTokens tokens = new ForeignTokens(
            settings, client, LinkedPeopleFixture.on(JdbcClient.create(TestDatabase.fresh()), clock), shop, clock);
    private final RSAKey key = new RSAKeyGenerator(2048).keyID("theirs").generate();

    RedirectingIssuerModuleTests() throws JOSEException {}

    @BeforeEach
    void theIssuerAnswers() {
        answer(METADATA, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer));
        answer("/keys", new JWKSet(key).toString());
        answer("/token", "{\"access_token\": \"a\", \"token_type\": \"Bearer\"}");
    }

    @Test
    void isKnownWhileItAnswersByItself() throws JOSEException {
        assertThat(tokens.check(token(shop.audience()))).isPresent();
        assertThat(idTokens().decode(token("shop")).getSubject()).isEqualTo("amina");
        assertThat(ToOtherIssuer.codes()
                        .getTokenResponse(code())
                        .getAccessToken()
                        .getTokenValue())
                .isEqualTo("a");
    }

    @Test
    void isNotFollowedForWhatItIsLike() {
        leadElsewhere(METADATA);

        assertThatExceptionOfType(IssuerUnavailable.class).isThrownBy(client::registration);

        nobodyWentElsewhere();
    }

    @Test
    void isNotFollowedForTheKeysOfAccessTokens() throws JOSEException {
        leadElsewhere("/keys");
        String token = token(shop.audience());

        assertThatExceptionOfType(IssuerUnavailable.class).isThrownBy(() -> tokens.check(token));

        nobodyWentElsewhere();
    }

    @Test
    void isNotFollowedForTheKeysOfIdTokens() throws JOSEException {
        leadElsewhere("/keys");
        String token = token("shop");

        assertThatExceptionOfType(JwtException.class)
                .isThrownBy(() -> idTokens().decode(token));

        nobodyWentElsewhere();
    }

    @Test
    void isNotFollowedWithACode() {
        leadElsewhere("/token");

        assertThatExceptionOfType(OAuth2AuthorizationException.class)
                .isThrownBy(() -> ToOtherIssuer.codes().getTokenResponse(code()));

        nobodyWentElsewhere();
    }

    @Test
    void isNoOtherThanTheOneThatWasSet() {
        answer(METADATA, """
                {"issuer": "https://other.example.test", "authorization_endpoint": "%1$s/authorize",
                 "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"]}""".formatted(issuer));

        assertThatExceptionOfType(IssuerUnavailable.class).isThrownBy(client::registration);
    }

    private static void answer(String path, String json) {
        SERVER.stubFor(any(urlEqualTo(path)).willReturn(okJson(json)));
        SERVER.stubFor(any(urlEqualTo(ELSEWHERE + path)).willReturn(okJson(json)));
    }

    private static void leadElsewhere(String path) {
        SERVER.stubFor(any(urlEqualTo(path)).willReturn(temporaryRedirect(ELSEWHERE + path)));
    }

    private static void nobodyWentElsewhere() {
        assertThat(SERVER.findAll(anyRequestedFor(urlMatching(ELSEWHERE + ".*"))))
                .isEmpty();
    }

    private JwtDecoder idTokens() {
        return new IdTokens(settings, (selector, context) -> List.of()).createDecoder(client.registration());
    }

    private String token(String audience) throws JOSEException {
        Date now = Date.from(clock.instant());
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("theirs").build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject("amina")
                        .audience(audience)
                        .issueTime(now)
                        .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(5))))
                        .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private OAuth2AuthorizationCodeGrantRequest code() {
        ClientRegistration registration = client.registration();
        String callback = shop.url() + WebClient.CALLBACK;
        return new OAuth2AuthorizationCodeGrantRequest(
                registration,
                new OAuth2AuthorizationExchange(
                        OAuth2AuthorizationRequest.authorizationCode()
                                .authorizationUri(issuer + "/authorize")
                                .clientId("shop")
                                .redirectUri(callback)
                                .state("s")
                                .build(),
                        OAuth2AuthorizationResponse.success("code")
                                .redirectUri(callback)
                                .state("s")
                                .build()));
    }
}
