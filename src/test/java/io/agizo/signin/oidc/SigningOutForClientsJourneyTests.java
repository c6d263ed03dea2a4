package io.agizo.signin.oidc;

import static io.agizo.signin.TwoReplicas.PASSWORD;
import static io.agizo.signin.TwoReplicas.member;
import static io.agizo.signin.TwoReplicas.visitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.signin.TwoReplicas.Member;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What signing out, for an application or everywhere, ends and what it does not. */
class SigningOutForClientsJourneyTests {

    private final ForeignClient client = ForeignClient.registered("orders:read", "orders:place");
    private final Member amina = ForeignClient.employee();
    private final Visitor browser = visitor();

    @BeforeEach
    void isSignedIn() {
        browser.signIn(amina.phone(), PASSWORD);
    }

    @Test
    void signingOutForAClientEndsTheSessionAndTheGrant() {
        JsonNode tokens = client.tokens(browser);

        HttpResponse<String> answer = browser.get("/connect/logout?id_token_hint="
                + tokens.path("id_token").asString() + "&post_logout_redirect_uri=" + client.home() + "&state=s");

        assertThat(Visitor.location(answer)).hasValue(client.home() + "?state=s");
        assertThat(browser.isSignedIn()).isFalse();
        ForeignClient.assertRefused(client.refresh(tokens.path("refresh_token").asString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"end-others", "end-all"})
    void signingOutEverywhereEndsWhatClientsMayDo(String where) {
        JsonNode tokens = client.tokens(browser);

        browser.post("/account/sessions/" + where);

        ForeignClient.assertRefused(client.refresh(tokens.path("refresh_token").asString()));
        assertThat(ForeignClient.api(tokens).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://attacker.example.test/", "//attacker.example.test", "javascript:alert(1)"})
    void nobodyIsSentAnywhereBySigningOut(String place) {
        String id = client.tokens(browser).path("id_token").asString();

        assertThat(browser.get("/connect/logout?id_token_hint=" + id + "&post_logout_redirect_uri=" + place)
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.get("/connect/logout?post_logout_redirect_uri=" + place)
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void anotherPersonsIdTokenSignsNobodyOut() {
        Visitor other = visitor();
        other.signIn(member().phone(), PASSWORD);
        String id = client.tokens(browser).path("id_token").asString();

        other.get("/connect/logout?id_token_hint=" + id);

        assertThat(other.isSignedIn()).isTrue();
    }
}
