package io.agizo.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.agizo.RunningShop;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"agizo.demo.active=true", "agizo.public-url=" + RunningShop.PUBLIC_URL})
@Import(WhoAmI.class)
class ForgedTokenJourneyTests {

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
    private static final JWKSelector EACH_KEY = new JWKSelector(new JWKMatcher.Builder().build());
    private static final Duration HOUR = Duration.ofHours(1);

    private final RSAKey key;
    private final RunningShop shop;

    ForgedTokenJourneyTests(@Autowired JWKSource<SecurityContext> keys, @LocalServerPort int port)
            throws JOSEException {
        this.key = keys.get(EACH_KEY, null).getFirst().toRSAKey();
        this.shop = new RunningShop(port);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        RunningShop.onFreshDatabase(properties);
    }

    @Test
    void takesATokenThatIsRightInEveryPart() throws JOSEException {
        assertThat(statusFor(signed(claims -> claims))).isEqualTo(200);
    }

    @Test
    void refusesATamperedSignature() {
        String token = shop.demoToken();
        int place = token.length() - 20;
        char other = token.charAt(place) == 'A' ? 'B' : 'A';

        assertRefused(token.substring(0, place) + other + token.substring(place + 1));
    }

    @Test
    void refusesTamperedClaims() {
        String[] parts = shop.demoToken("orders:read").split("\\.", 3);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("orders:read", "orders:read settings:manage");

        assertRefused(parts[0] + '.' + base64(claims) + '.' + parts[2]);
    }

    @Test
    void refusesATokenWithoutASignature() {
        assertRefused(new PlainJWT(claims().build()).serialize());
        assertRefused(base64("{\"alg\":\"none\",\"typ\":\"at+jwt\"}")
                + '.'
                + base64(claims().build().toString())
                + '.');
    }

    @Test
    void refusesThePublicKeyUsedAsASecret() throws JOSEException {
        byte[] published = key.toRSAPublicKey().getEncoded();

        assertRefused(sign(new JWSHeader.Builder(JWSAlgorithm.HS256), claims(), new MACSigner(published)));
    }

    @Test
    void refusesAnotherAlgorithmOfTheSameKey() throws JOSEException {
        assertRefused(sign(new JWSHeader.Builder(JWSAlgorithm.RS512), claims(), new RSASSASigner(key)));
        assertRefused(sign(new JWSHeader.Builder(JWSAlgorithm.PS256), claims(), new RSASSASigner(key)));
    }

    @Test
    void refusesAKeyOfAnotherUnderTheNameOfOurs() throws JOSEException {
        RSAKey another = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();

        assertRefused(sign(new JWSHeader.Builder(JWSAlgorithm.RS256), claims(), new RSASSASigner(another)));
    }

    @Test
    void refusesAKeyThatTheTokenBringsAlong() throws JOSEException {
        RSAKey another = new RSAKeyGenerator(2048).keyID("theirs").generate();

        assertRefused(sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(another.toPublicJWK()),
                claims(),
                new RSASSASigner(another)));
    }

    @Test
    void refusesAnotherIssuer() throws JOSEException {
        assertRefused(signed(claims -> claims.issuer("https://elsewhere.example.test")));
        assertRefused(signed(claims -> claims.issuer(null)));
    }

    @Test
    void refusesAnotherAudience() throws JOSEException {
        assertRefused(signed(claims -> claims.audience("demo-api")));
        assertRefused(signed(claims -> claims.audience((String) null)));
    }

    @Test
    void refusesAnExpiredToken() throws JOSEException {
        assertRefused(signed(claims -> claims.expirationTime(inFuture(Duration.ofSeconds(-1)))));
    }

    @Test
    void refusesATokenThatNeverExpires() throws JOSEException {
        assertRefused(signed(claims -> claims.expirationTime(null)));
    }

    @Test
    void refusesATokenThatIsNotValidYet() throws JOSEException {
        assertRefused(signed(claims -> claims.notBeforeTime(inFuture(Duration.ofMinutes(5)))));
    }

    @Test
    void refusesATokenOfAnotherKind() throws JOSEException {
        JWSHeader.Builder idToken =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).type(JOSEObjectType.JWT);
        SignedJWT token = new SignedJWT(idToken.build(), claims().build());
        token.sign(new RSASSASigner(key));

        assertRefused(token.serialize());
    }

    @Test
    void refusesATokenOfAClientThatIsGone() throws JOSEException {
        assertRefused(signed(claims -> claims.subject("nobody").claim("client_id", "nobody")));
        assertRefused(signed(claims -> claims.subject(null)));
    }

    @Test
    void scopesNobodyKnowsGiveNoPermission() throws JOSEException {
        HttpResponse<String> answer =
                shop.get(WhoAmI.PATH, signed(claims -> claims.claim("scope", "orders:read everything:do")));

        assertThat(RunningShop.json(answer).path("permissions").valueStream().map(JsonNode::asString))
                .containsExactly("orders:read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "a.b.c",
                "=",
                "eyJhbGciOiJSUzI1NiJ9..",
                "bnVsbA.bnVsbA.bnVsbA",
                "W10.W10.W10",
                "%00.%00.%00"
            })
    void refusesWhatIsNoTokenAtAll(String text) {
        assertRefused(text);
    }

    @Test
    void refusesAHeaderNestedDeeplyInTime() {
        String nested = "{\"alg\":\"RS256\",\"x\":" + "[".repeat(4000) + "]".repeat(1000) + "}";

        assertRefused(base64(nested).substring(0, 6000) + ".e30.e30");
    }

    private void assertRefused(String token) {
        HttpResponse<String> answer = shop.get(WhoAmI.PATH, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .get()
                .asString()
                .startsWith("Bearer ");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private int statusFor(String token) {
        return shop.get(WhoAmI.PATH, token).statusCode();
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return sign(new JWSHeader.Builder(JWSAlgorithm.RS256), change.apply(claims()), new RSASSASigner(key));
    }

    private String sign(JWSHeader.Builder header, JWTClaimsSet.Builder claims, JWSSigner signer) throws JOSEException {
        SignedJWT token =
                new SignedJWT(header.keyID(key.getKeyID()).type(ACCESS_TOKEN).build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(RunningShop.PUBLIC_URL)
                .audience(RunningShop.PUBLIC_URL + "/api/v1")
                .subject("demo-api")
                .claim("client_id", "demo-api")
                .issueTime(inFuture(Duration.ZERO))
                .expirationTime(inFuture(HOUR))
                .claim("scope", "orders:read");
    }

    private static Date inFuture(Duration duration) {
        return Date.from(Instant.now().plus(duration));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
