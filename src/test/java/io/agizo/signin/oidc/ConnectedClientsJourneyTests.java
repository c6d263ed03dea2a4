package io.agizo.signin.oidc;

import static io.agizo.RunningShop.json;
import static io.agizo.signin.TwoReplicas.PASSWORD;
import static io.agizo.signin.TwoReplicas.member;
import static io.agizo.signin.TwoReplicas.sql;
import static io.agizo.signin.TwoReplicas.visitor;
import static io.agizo.signin.oidc.ForeignClient.parameter;
import static io.agizo.signin.oidc.ForeignClient.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.RunningShop;
import io.agizo.shared.Ids;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.TwoReplicas.Member;
import io.agizo.signin.Visitor;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An application that was connected to the shop over REST, and to which a person signs in. */
class ConnectedClientsJourneyTests {

    private static final String CLIENTS = "/api/v1/clients";
    private static final String CALLBACK = "https://delivery.example.test/callback";
    private static final String HOME = "https://delivery.example.test/";

    private final Member amina = member();
    private final Visitor browser = visitor();
    private final ForeignClient client = connected();

    @BeforeEach
    void worksHereAndIsSignedIn() {
        sql().sql("""
                        insert into employee (id, account_id, permissions, state, version, created_at)
                        values (?, ?, '{orders:read,products:write}', 'active', 1, now())
                        """).param(Ids.next()).param(amina.id().value()).update();
        browser.signIn(amina.phone(), PASSWORD);
    }

    @Test
    void learnsWhoSignsInAndMayDoWhatTheyAllowed() {
        JsonNode tokens = client.tokens(browser);

        JsonNode person = json(ForeignClient.userInfo(tokens));
        assertThat(person.path("name").asString()).isEqualTo("Amina");
        assertThat(person.path("phone_number").asString()).isEqualTo(amina.phone());
        assertThat(ForeignClient.api(tokens).statusCode()).isEqualTo(200);
        assertThat(browser.get("/connect/logout?id_token_hint="
                                + tokens.path("id_token").asString() + "&post_logout_redirect_uri=" + HOME)
                        .headers()
                        .firstValue("Location"))
                .hasValue(HOME);
    }

    @Test
    void hasNoTokensOfItsOwnUnlessItWasMadeForThat() {
        assertThat(alone().statusCode()).isEqualTo(400);

        change("{\"grantTypes\":[\"authorization_code\",\"client_credentials\"]}");
        String token = json(alone()).path("access_token").asString();
        assertThat(TwoReplicas.shop().get("/api/v1/orders/summary", token).statusCode())
                .isEqualTo(200);

        change("{\"grantTypes\":[\"authorization_code\"]}");
        assertThat(alone().statusCode()).isEqualTo(400);
    }

    @Test
    void isSentPeopleToItsOwnAddressesAlone() {
        HttpResponse<String> refused =
                browser.get(client.request("redirect_uri", "https://delivery.example.test/other"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void movesAtTheVeryNextRequestAndPeopleAreAskedAnew() {
        client.tokens(browser);
        String moved = "https://app.example.test/back";

        change("{\"redirectUris\":[\"" + moved + "\"]}");

        assertThat(browser.get(client.request()).statusCode()).isEqualTo(400);
        String page = Visitor.location(browser.get(client.request("redirect_uri", moved)))
                .orElseThrow();
        assertThat(browser.get(page.replaceFirst("^http://localhost:8080", "")).body())
                .contains("app.example.test");
        assertThat(target(client.agree(browser, page))).startsWith(moved + "?code=");
    }

    @Test
    void takesNobodyAlongToAnotherAddress() {
        JsonNode tokens = client.tokens(browser);
        String elsewhere = "https://elsewhere.example.test/";

        change("{\"redirectUris\":[\"" + CALLBACK + "\",\"" + elsewhere + "\"]}");

        assertThat(parameter(target(browser.get(client.request("redirect_uri", elsewhere, "prompt", "none"))), "error"))
                .isEqualTo("consent_required");
        assertThat(ForeignClient.userInfo(tokens).statusCode()).isEqualTo(401);
        assertThat(client.refresh(tokens.path("refresh_token").asString()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void keepsWhatPeopleAllowedWhereItOnlyLosesAnAddress() {
        change("{\"redirectUris\":[\"" + CALLBACK + "\",\"https://old.example.test/\"]}");
        JsonNode tokens = client.tokens(browser);

        change("{\"redirectUris\":[\"" + CALLBACK + "\"]}");

        assertThat(ForeignClient.userInfo(tokens).statusCode()).isEqualTo(200);
    }

    @Test
    void signsNobodyInOnceItsAddressesAreTaken() {
        JsonNode tokens = client.tokens(browser);

        change("{\"grantTypes\":null,\"redirectUris\":[],\"postLogoutRedirectUris\":[],\"profileScopes\":[]}");

        assertThat(browser.get(client.request()).statusCode()).isEqualTo(400);
        assertThat(ForeignClient.api(tokens).statusCode()).isEqualTo(401);
        assertThat(ForeignClient.userInfo(tokens).statusCode()).isEqualTo(401);
        assertThat(client.refresh(tokens.path("refresh_token").asString()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void seesNoMoreOfPeopleThanTheShopLetsItAskFor() {
        JsonNode tokens = client.tokens(browser);
        String greedy = target(browser.get(client.request("scope", "openid profile email")));
        assertThat(parameter(greedy, "error")).isEqualTo("invalid_scope");

        change("{\"profileScopes\":[\"profile\"]}");

        JsonNode person = json(ForeignClient.userInfo(tokens));
        assertThat(person.path("name").asString()).isEqualTo("Amina");
        assertThat(person.has("phone_number")).isFalse();
    }

    private static ForeignClient connected() {
        JsonNode made = json(send("POST", CLIENTS, """
                {"name":"Delivery app","permissions":["orders:read"],"redirectUris":["%s"],
                 "postLogoutRedirectUris":["%s"],"profileScopes":["profile","phone"]}""".formatted(CALLBACK, HOME)));
        assertThat(made.at("/client/grantTypes").toString()).isEqualTo("[\"authorization_code\"]");
        return new ForeignClient(
                made.at("/client/id").asString(), made.path("secret").asString(), CALLBACK, HOME);
    }

    private void change(String patch) {
        HttpResponse<String> changed = send("PATCH", CLIENTS + "/" + client.id(), patch);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    }

    private HttpResponse<String> alone() {
        return TwoReplicas.shop()
                .requestToken(client.id(), client.secret(), Map.of("grant_type", "client_credentials"));
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        RunningShop shop = TwoReplicas.shop();
        return shop.send(HttpRequest.newBuilder(shop.uri(path))
                .header("Authorization", "Bearer " + shop.demoToken())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }
}
