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
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs of others that bring a person's token to the doors at which people shop. */
class ShoppingForPeopleJourneyTests {

    private static final String SHOPS = "openid profile shop:order";
    private static final String AS_THEMSELVES = "{}";
    private static final String CHECK_OUT =
            "mutation ($cart: ID!) { checkOut(cart: $cart, input: {}) { __typename ... on PermissionDenied { message }"
                    + " ... on CheckedOut { receipt { customer { name phone } } } } }";

    private final ForeignClient client = ForeignClient.registered("orders:read");
    private final Member amina = member();
    private final Visitor browser = visitor();

    @BeforeEach
    void isSignedIn() {
        browser.signIn(amina.phone(), PASSWORD);
    }

    @Test
    void orderNothingAsAPersonWhoOnlySignedIn() {
        String token = redeemed(target(browser.get(client.request("scope", "openid"))));

        HttpResponse<String> refused = checkOut(token, AS_THEMSELVES);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("detail").asString()).contains("shop:order");
        assertThat(refused.body()).doesNotContain("Amina", amina.phone());
        assertThat(overGraphQl(token))
                .contains("PermissionDenied", "shop:order")
                .doesNotContain("Amina", amina.phone());
    }

    @Test
    void orderAsAPersonWhoAgreedToIt() {
        String token = token("profile", "shop:order");

        HttpResponse<String> order = checkOut(token, AS_THEMSELVES);

        assertThat(order.statusCode()).as(order.body()).isEqualTo(201);
        assertThat(json(order).at("/customer/name").asString()).isEqualTo("Amina");
        assertThat(json(order).at("/customer/phone").asString()).isEqualTo(amina.phone());
        assertThat(overGraphQl(token)).contains(amina.phone());
    }

    @Test
    void orderNothingAsAPersonWhoLeftThatOut() {
        assertThat(checkOut(token("profile"), AS_THEMSELVES).statusCode()).isEqualTo(403);
    }

    @Test
    void orderNothingAnyMoreOnceTheShopkeeperTakesThatFromTheProgram() {
        String token = token("profile", "shop:order");

        sql().sql("update api_client set profile_scopes = '{profile}' where id = ?")
                .param(client.id())
                .update();

        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(checkOut(token, AS_THEMSELVES).statusCode()).isEqualTo(403));
    }

    @Test
    void orderForSomebodyWhomTheyNameAsAnyoneMay() {
        String token = redeemed(target(browser.get(client.request("scope", "openid"))));

        HttpResponse<String> order =
                checkOut(token, "{\"customer\":{\"name\":\"Baraka\",\"phone\":\"+254711000777\"}}");

        assertThat(order.statusCode()).as(order.body()).isEqualTo(201);
        assertThat(order.body()).contains("Baraka").doesNotContain(amina.phone());
    }

    @Test
    void areNamedOnThePageOfConsentInPlainWords() {
        String page = Visitor.location(browser.get(client.request("scope", SHOPS)))
                .orElseThrow()
                .replaceFirst("^http://localhost:8080", "");

        assertThat(browser.get(page).body()).contains("Place orders in your name, with your name and number");
        assertThat(browser.with("Accept-Language", "sw").get(page).body())
                .contains("Kuagiza kwa jina lako, pamoja na jina na nambari yako");
    }

    private String token(String... agreed) {
        String page =
                Visitor.location(browser.get(client.request("scope", SHOPS))).orElseThrow();
        return redeemed(target(client.agree(browser, page, agreed)));
    }

    private String redeemed(String answer) {
        return ForeignClient.access(json(client.redeem(parameter(answer, "code"), VERIFIER)));
    }

    private static HttpResponse<String> checkOut(String token, String body) {
        return send("POST", "/api/v1/carts/" + cart() + "/checkout", token, body);
    }

    private static String overGraphQl(String token) {
        String body = new JsonMapper()
                .createObjectNode()
                .put("query", CHECK_OUT)
                .set("variables", new JsonMapper().createObjectNode().put("cart", cart()))
                .toString();
        return send("POST", "/graphql", token, body).body();
    }

    private static String cart() {
        JsonNode cart = json(send("POST", "/api/v1/carts", null, "{}"));
        String id = cart.path("id").asString();
        send("PUT", "/api/v1/carts/" + id + "/lines/TEA-500", null, "{\"quantity\":1}");
        return id;
    }

    private static HttpResponse<String> send(String method, String path, @Nullable String token, String body) {
        var shop = TwoReplicas.shop();
        HttpRequest.Builder request = HttpRequest.newBuilder(shop.uri(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        return shop.send(token == null ? request : request.header("Authorization", "Bearer " + token));
    }
}
