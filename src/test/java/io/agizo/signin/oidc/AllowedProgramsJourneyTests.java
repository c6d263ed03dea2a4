package io.agizo.signin.oidc;

import static io.agizo.signin.TwoReplicas.PASSWORD;
import static io.agizo.signin.TwoReplicas.member;
import static io.agizo.signin.TwoReplicas.sql;
import static io.agizo.signin.TwoReplicas.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.RunningShop;
import io.agizo.shared.Ids;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.TwoReplicas.Member;
import io.agizo.signin.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A person who has let programs act for them, at the page of their account. */
class AllowedProgramsJourneyTests {

    private final ForeignClient client = ForeignClient.registered("orders:read");
    private final ForeignClient other = ForeignClient.registered("orders:read");
    private final Member amina = member();
    private final Visitor browser = visitor();

    @BeforeEach
    void worksHereAndIsSignedIn() {
        sql().sql("""
                        insert into employee (id, account_id, permissions, state, version, created_at)
                        values (?, ?, '{orders:read}', 'active', 1, now())
                        """).param(Ids.next()).param(amina.id().value()).update();
        browser.signIn(amina.phone(), PASSWORD);
    }

    @Test
    void isToldBeforehandHowLongItHolds() {
        String page = Visitor.location(browser.get(client.request())).orElseThrow();

        assertThat(browser.get(page.replaceFirst("^http://localhost:8080", "")).body())
                .contains("After 30 days you have to sign in again.");
    }

    @Test
    void seesThemAndTakesOneBackAtOnce() {
        assertThat(browser.get("/account").body()).doesNotContain("Programs that act for you");
        JsonNode tokens = client.tokens(browser);
        JsonNode others = other.tokens(browser);
        assertThat(browser.get("/account").body())
                .contains("Delivery app", "See orders", "See your phone number", end(client), end(other));

        assertThat(Visitor.location(browser.post(end(client)))).hasValue("/account");

        assertThat(ForeignClient.api(tokens).statusCode()).isEqualTo(401);
        assertThat(ForeignClient.userInfo(tokens).statusCode()).isEqualTo(401);
        assertThat(refresh(client, tokens)).isEqualTo(400);
        assertThat(browser.get("/account").body()).doesNotContain(end(client)).contains(end(other));
        assertThat(Visitor.location(browser.get(client.request())).orElseThrow())
                .as("asked anew")
                .contains("/oauth2/consent?");
        assertThat(refresh(other, others)).isEqualTo(200);
    }

    @Test
    void seesAndTakesBackTheirOwnAlone() {
        JsonNode tokens = client.tokens(browser);
        Visitor stranger = visitor();
        stranger.signIn(member().phone(), PASSWORD);

        assertThat(stranger.get("/account").body()).doesNotContain("Delivery app");
        assertThat(stranger.post(end(client)).statusCode()).isEqualTo(404);
        assertThat(ForeignClient.api(tokens).statusCode()).isEqualTo(200);
    }

    @Test
    void isRememberedInTheAuditTrail() {
        client.tokens(browser);
        browser.post(end(client));

        RunningShop shop = TwoReplicas.shop();
        String path = "/api/v1/audit?actor=" + amina.id();
        await().untilAsserted(() -> assertThat(
                        shop.get(path, shop.demoToken("employees:manage")).body())
                .contains("consent-given", "consent-withdrawn", client.id()));
    }

    private static String end(ForeignClient client) {
        return "/account/programs/" + client.id() + "/end";
    }

    private static int refresh(ForeignClient client, JsonNode tokens) {
        return client.refresh(tokens.path("refresh_token").asString()).statusCode();
    }
}
