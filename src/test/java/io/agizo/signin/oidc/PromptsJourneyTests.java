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

import io.agizo.signin.TwoReplicas.Member;
import io.agizo.signin.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a client says about how a person is to be asked, and what becomes of it. */
class PromptsJourneyTests {

    private static final String[] CONSENT = {"scope", "openid profile", "prompt", "consent"};

    private final ForeignClient client = ForeignClient.registered("orders:read");
    private final Member amina = member();
    private final Visitor browser = visitor();

    @BeforeEach
    void isSignedIn() {
        browser.signIn(amina.phone(), PASSWORD);
    }

    @Test
    void consentAsksOnceMoreWhatIsRemembered() {
        agreed();

        String page = page(CONSENT);

        assertThat(browser.get(path(page)).body())
                .contains("name=\"scope\" value=\"profile\"", "name=\"scope\" value=\"openid\"");
        assertThat(parameter(target(client.agree(browser, page, "openid", "profile")), "code"))
                .isNotEmpty();
    }

    @Test
    void whoSaysNoToThatTakesBackWhatTheyHadGiven() {
        JsonNode tokens = client.tokens(browser);

        String answer = target(client.agree(browser, page("prompt", "consent"), new String[0]));

        assertThat(parameter(answer, "error")).isEqualTo("access_denied");
        assertThat(error("prompt", "none")).isEqualTo("consent_required");
        assertThat(client.refresh(tokens.path("refresh_token").asString()).statusCode())
                .isEqualTo(400);
        assertThat(ForeignClient.userInfo(tokens).statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsLeftOutOfThatIsTakenBackAndTheRestIsKept() {
        client.code(browser);

        client.agree(browser, page("scope", "openid profile phone", "prompt", "consent"), "profile");

        assertThat(error("scope", "openid phone", "prompt", "none")).isEqualTo("consent_required");
        assertThat(codeWithoutAsking("openid profile orders:read")).isNotEmpty();
    }

    @Test
    void whoSaysNoToMoreKeepsWhatTheyHadGiven() {
        agreed();

        client.agree(browser, page("scope", "openid phone"), new String[0]);

        assertThat(codeWithoutAsking("openid profile")).isNotEmpty();
    }

    @Test
    void consentAsksEvenAClientThatOnlySignsPeopleIn() {
        String page = page("scope", "openid", "prompt", "consent");

        assertThat(parameter(target(client.agree(browser, page, "openid")), "code"))
                .isNotEmpty();
    }

    @Test
    void nothingIsAskedForThatMustNotBe() {
        assertThat(error("prompt", "none")).isEqualTo("consent_required");
        agreed();
        assertThat(codeWithoutAsking("openid profile")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none login", "consent none", "none select_account", "create", "login everything"})
    void contradictionsAndUnknownWordsAreRefused(String prompt) {
        assertThat(error("prompt", prompt)).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @CsvSource({"request, eyJhbGciOiJub25lIn0.e30., request_not_supported", "response_mode, fragment, invalid_request"})
    void whatIsNotOfferedIsNotPassedOver(String parameter, String value, String error) {
        assertThat(error(parameter, value)).isEqualTo(error);
    }

    @Test
    void noRequestIsFetchedFromElsewhere() {
        assertThat(browser.get(client.request("request_uri", "https://attacker.example.test/r"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void selectAccountLetsThePersonSignInAsAnother() {
        Member baraka = member();
        String request = client.request("scope", "openid", "prompt", "select_account");
        assertThat(Visitor.location(browser.get(request))).hasValue("/login");

        String back = Visitor.location(browser.signIn(baraka.phone(), PASSWORD)).orElseThrow();
        String code = parameter(target(browser.get(back)), "code");

        assertThat(json(ForeignClient.userInfo(json(client.redeem(code, VERIFIER))))
                        .path("sub")
                        .asString())
                .isEqualTo(baraka.id().toString());
    }

    @Test
    void ofTwoTabsEachIsAnsweredForItself() {
        String one = page("scope", "openid profile", "state", "one");
        String other = page("scope", "openid phone", "state", "other");

        String second = target(client.agree(browser, other, "phone"));
        String first = target(client.agree(browser, one, "profile"));

        assertThat(parameter(second, "state")).isEqualTo("other");
        assertThat(parameter(first, "state")).isEqualTo("one");
        assertThat(json(client.redeem(parameter(first, "code"), VERIFIER))
                        .path("scope")
                        .asString()
                        .split(" "))
                .containsExactlyInAnyOrder("openid", "profile");
        assertThat(client.agree(browser, one, "profile").statusCode())
                .as("a page sent twice")
                .isEqualTo(400);
    }

    @Test
    void anAddressThatIsTakenFromTheClientMeanwhileIsNotGoneBackTo() {
        String page = page("scope", "openid profile");
        String code = client.code(browser, "scope", "openid");
        sql().sql("update api_client set redirect_uris = '{https://moved.example.test/}' where id = ?")
                .param(client.id())
                .update();

        assertThat(client.agree(browser, page, "profile").statusCode()).isEqualTo(400);
        assertThat(json(client.redeem(code, VERIFIER)).path("error").asString()).isEqualTo("invalid_grant");
    }

    private void agreed() {
        client.agree(browser, page("scope", "openid profile"), "profile");
    }

    private String page(String... changes) {
        String page = Visitor.location(browser.get(client.request(changes))).orElseThrow();
        assertThat(path(page)).startsWith("/oauth2/consent?");
        return page;
    }

    private String codeWithoutAsking(String scopes) {
        return parameter(target(browser.get(client.request("scope", scopes, "prompt", "none"))), "code");
    }

    private String error(String... changes) {
        return parameter(target(browser.get(client.request(changes))), "error");
    }

    private static String path(String url) {
        return url.replaceFirst("^http://localhost:8080", "");
    }
}
