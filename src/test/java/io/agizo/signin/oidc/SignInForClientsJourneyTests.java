package io.agizo.signin.oidc;

import static io.agizo.RunningShop.json;
import static io.agizo.signin.TwoReplicas.PASSWORD;
import static io.agizo.signin.TwoReplicas.member;
import static io.agizo.signin.TwoReplicas.sql;
import static io.agizo.signin.TwoReplicas.visitor;
import static io.agizo.signin.oidc.ForeignClient.VERIFIER;
import static io.agizo.signin.oidc.ForeignClient.parameter;
import static io.agizo.signin.oidc.ForeignClient.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.signin.TwoReplicas;
import io.agizo.signin.TwoReplicas.Member;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SignInForClientsJourneyTests {

    private final ForeignClient client = ForeignClient.registered("orders:read", "orders:place");
    private final Member amina = ForeignClient.employee();
    private final Visitor browser = visitor();

    @BeforeEach
    void isSignedIn() {
        browser.signIn(amina.phone(), PASSWORD);
    }

    @Test
    void aStrangerIsAskedToSignInAndComesBackToWhatTheClientAsked() {
        Visitor stranger = visitor();
        assertThat(Visitor.location(stranger.get(client.request()))).hasValue("/login");

        HttpResponse<String> answer = stranger.signIn(amina.phone(), PASSWORD);

        assertThat(Visitor.location(answer)).get().asString().startsWith("/oauth2/authorize?response_type=code");
    }

    @Test
    void aClientThatMustNotAskIsToldThatNobodyIsSignedIn() {
        String answer = target(visitor().get(client.request("prompt", "none")));

        assertThat(answer).startsWith(client.redirectUri());
        assertThat(parameter(answer, "error")).isEqualTo("login_required");
    }

    @ParameterizedTest
    @CsvSource({"prompt, login", "prompt, login consent", "max_age, 0", "max_age, soon"})
    void aClientCanHaveThePersonSignInAnew(String parameter, String value) {
        String request = client.request(parameter, value);
        assertThat(Visitor.location(browser.get(request))).hasValue("/login/again");
        assertThat(Visitor.location(browser.get(request)))
                .as("without having signed in")
                .hasValue("/login/again");

        String back = Visitor.location(browser.signIn(amina.phone(), PASSWORD)).orElseThrow();

        assertThat(path(Visitor.location(browser.get(back)).orElseThrow())).startsWith("/oauth2/consent?");
        assertThat(Visitor.location(browser.get(back))).as("once more").hasValue("/login/again");
    }

    @Test
    void aClientThatMustNotAskIsToldThatTheSignInIsTooOld() {
        String answer = target(browser.get(client.request("prompt", "none", "max_age", "0")));

        assertThat(parameter(answer, "error")).isEqualTo("login_required");
    }

    @Test
    void whoSignedInLatelyEnoughIsNotAskedAnew() {
        assertThat(path(Visitor.location(browser.get(client.request("max_age", "900")))
                        .orElseThrow()))
                .startsWith("/oauth2/consent?");
    }

    @Test
    void refreshedTokensTellOfTheSameSignIn() {
        JsonNode first = client.tokens(browser);
        sql().sql("update oauth_grant set signed_in_at = signed_in_at - interval '1 hour' where account_id = ?")
                .param(amina.id().value())
                .update();

        JsonNode second = json(client.refresh(first.path("refresh_token").asString()));

        long signedInAt = ForeignClient.claims(first.path("id_token").asString())
                .path("auth_time")
                .asLong();
        assertThat(ForeignClient.claims(ForeignClient.access(first))
                        .path("auth_time")
                        .asLong())
                .isEqualTo(signedInAt);
        assertThat(ForeignClient.claims(ForeignClient.access(second))
                        .path("auth_time")
                        .asLong())
                .isEqualTo(signedInAt - 3600);
        assertThat(ForeignClient.claims(second.path("id_token").asString())
                        .path("auth_time")
                        .asLong())
                .isEqualTo(signedInAt - 3600);
    }

    @Test
    void theClientLearnsWhoSignedInAndNoMore() {
        JsonNode tokens = client.tokens(browser);

        JsonNode id = ForeignClient.claims(tokens.path("id_token").asString());
        assertThat(id.path("sub").asString()).isEqualTo(amina.id().toString());
        assertThat(id.path("aud").asString()).isEqualTo(client.id());
        assertThat(id.path("nonce").asString()).isEqualTo("nonce of the client");
        assertThat(id.path("auth_time").isIntegralNumber()).isTrue();
        JsonNode person = json(ForeignClient.userInfo(tokens));
        assertThat(person.path("sub").asString()).isEqualTo(amina.id().toString());
        assertThat(person.path("name").asString()).isEqualTo("Amina");
        assertThat(person.path("phone_number").asString()).isEqualTo(amina.phone());
        assertThat(person.has("email")).isFalse();
    }

    @Test
    void theClientMayDoWhatBothItAndThePersonMay() {
        JsonNode tokens = client.tokens(browser);

        assertThat(tokens.path("expires_in").asInt()).isBetween(590, 600);
        assertThat(ForeignClient.api(tokens).statusCode()).isEqualTo(200);
        assertThat(TwoReplicas.shop()
                        .get("/api/v1/customers", ForeignClient.access(tokens))
                        .statusCode())
                .isEqualTo(403);

        sql().sql("update employee set permissions = '{}' where account_id = ?")
                .param(amina.id().value())
                .update();

        assertThat(ForeignClient.api(tokens).statusCode()).isEqualTo(403);
    }

    @Test
    void thePersonIsAskedOnceWhetherTheyAgree() {
        HttpResponse<String> asked = browser.get(client.request());
        String page = Visitor.location(asked).orElseThrow();
        assertThat(page).startsWith("http://localhost:8080/oauth2/consent?");
        assertThat(parameter(target(client.agree(browser, page)), "code")).isNotEmpty();

        assertThat(parameter(target(browser.get(client.request())), "code")).isNotEmpty();
    }

    @Test
    void thePageOfConsentNamesTheClientAndWhatItAsksForToWhomItAskedAlone() {
        String page = path(Visitor.location(browser.get(client.request())).orElseThrow());
        Visitor other = visitor();
        other.signIn(member().phone(), PASSWORD);

        assertThat(browser.get(page).body()).contains("Delivery app", "value=\"orders:read\"", "value=\"phone\"");
        assertThat(other.get(page).statusCode()).isEqualTo(404);
        assertThat(visitor().get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyAgreesForAnother() {
        String page = Visitor.location(browser.get(client.request())).orElseThrow();
        Visitor other = visitor();
        other.signIn(member().phone(), PASSWORD);

        assertThat(client.agree(other, page).statusCode()).isEqualTo(400);
    }

    @Test
    void whoDoesNotAgreeIsSentBackWithoutACode() {
        String page = Visitor.location(browser.get(client.request())).orElseThrow();

        String answer =
                target(browser.post("/oauth2/authorize", "client_id", client.id(), "state", parameter(page, "state")));

        assertThat(parameter(answer, "error")).isEqualTo("access_denied");
        assertThat(parameter(answer, "state")).isEqualTo("state of the client");
    }

    @Test
    void theAnswerNamesTheIssuerSoThatNoneIsTakenForAnother() {
        client.code(browser);

        assertThat(parameter(target(browser.get(client.request())), "iss")).isEqualTo("http://localhost:8080");
        assertThat(parameter(target(browser.get(client.request("scope", "openid everything"))), "iss"))
                .isEqualTo("http://localhost:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://attacker.example.test/callback",
                "%s/../elsewhere",
                "%s?more=1",
                "%s#fragment",
                "%s/",
                "%s%%0d%%0aSet-Cookie:a=b",
                "https://attacker.example.test@localhost/callback",
                "javascript:alert(1)",
                "//attacker.example.test",
                ""
            })
    void nobodyIsSentToAnAddressThatTheClientDidNotRegister(String trick) {
        HttpResponse<String> answer =
                browser.get(client.request("redirect_uri", trick.formatted(client.redirectUri())));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.body()).doesNotContain("attacker.example.test");
    }

    @Test
    void anIdTokenOpensNothing() {
        String id = client.tokens(browser).path("id_token").asString();

        assertThat(TwoReplicas.shop().get("/api/v1/orders/summary", id).statusCode())
                .isEqualTo(401);
        assertThat(TwoReplicas.shop().get("/userinfo", id).statusCode()).isEqualTo(401);
    }

    @Test
    void thePagesSignInAsAClientOfTheIssuer() {
        Visitor person = visitor();
        String wanted = "/account/sessions?x=1";
        assertThat(Visitor.location(person.get(wanted))).hasValue("/oauth2/authorization/agizo");
        String authorize = target(person.get("/oauth2/authorization/agizo"));
        assertThat(parameter(authorize, "code_challenge_method")).isEqualTo("S256");
        assertThat(Visitor.location(person.get(path(authorize)))).hasValue("/login");
        String back = Visitor.location(person.signIn(amina.phone(), PASSWORD)).orElseThrow();
        String callback = Visitor.location(person.get(back)).orElseThrow();

        HttpResponse<String> answer = person.get(path(callback));

        assertThat(Visitor.location(answer)).hasValue(wanted);
        assertThat(person.isSignedIn()).isTrue();
        assertThat(person.get(path(callback)).statusCode()).isEqualTo(401);
    }

    @Test
    void theClientOfThePagesIsNobodysOverTheNetwork() {
        assertThat(TwoReplicas.shop()
                        .requestToken(
                                "agizo",
                                "guess",
                                Map.of("grant_type", "authorization_code", "code", "x", "code_verifier", VERIFIER))
                        .statusCode())
                .isEqualTo(401);
    }

    private static String path(String url) {
        return url.replaceFirst("^http://localhost:8080", "");
    }
}
