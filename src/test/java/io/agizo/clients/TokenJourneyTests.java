package io.agizo.clients;

import static io.agizo.RunningShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.RunningShop;
import io.agizo.identity.Permission;
import io.agizo.identity.SecretHash;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
class TokenJourneyTests {

    private static final String SECRET = "k3Wq-a-secret-of-the-tests";
    private static final Map<String, String> FOR_ALL_SCOPES = Map.of("grant_type", "client_credentials");

    private final ApiClientStore clients;
    private final RunningShop shop;

    TokenJourneyTests(@Autowired ApiClientStore clients, @LocalServerPort int port) {
        this.clients = clients;
        this.shop = new RunningShop(port);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        RunningShop.onFreshDatabase(properties);
    }

    @Test
    void discoveryNamesTheIssuerAndWhatItOffers() {
        JsonNode discovery = json(shop.get("/.well-known/openid-configuration", null));

        assertThat(discovery.path("issuer").asString()).isEqualTo(RunningShop.PUBLIC_URL);
        assertThat(discovery.path("token_endpoint").asString()).isEqualTo(RunningShop.PUBLIC_URL + "/oauth2/token");
        assertThat(discovery.path("jwks_uri").asString()).isEqualTo(RunningShop.PUBLIC_URL + "/oauth2/jwks");
        assertThat(texts(discovery.path("grant_types_supported")))
                .containsExactly("authorization_code", "refresh_token", "client_credentials");
        assertThat(texts(discovery.path("scopes_supported"))).contains(RunningShop.everyScope());
        assertThat(texts(discovery.path("scopes_supported"))).contains("openid", "profile", "shop:order");
        assertThat(discovery.path("revocation_endpoint").asString())
                .isEqualTo(RunningShop.PUBLIC_URL + "/oauth2/revoke");
        assertThat(texts(discovery.path("revocation_endpoint_auth_methods_supported")))
                .containsExactly("client_secret_basic", "none");
        assertThat(texts(discovery.path("response_modes_supported"))).containsExactly("query");
        assertThat(texts(discovery.path("prompt_values_supported")))
                .containsExactly("consent", "login", "none", "select_account");
        assertThat(texts(discovery.path("claims_supported")))
                .contains("sub", "auth_time", "name", "phone_number", "email");
        assertThat(List.of(
                        "request_parameter_supported", "request_uri_parameter_supported", "claims_parameter_supported"))
                .allSatisfy(said -> assertThat(discovery.path(said).asBoolean(true))
                        .as(said)
                        .isFalse());
        assertThat(discovery.has("introspection_endpoint")).isFalse();
    }

    @Test
    void publishesItsKeysWithoutTheirPrivatePart() {
        JsonNode keys = json(shop.get("/oauth2/jwks", null)).path("keys");

        assertThat(keys).hasSize(1).allSatisfy(key -> {
            assertThat(key.path("kty").asString()).isEqualTo("RSA");
            assertThat(key.path("alg").asString()).isEqualTo("RS256");
            assertThat(key.has("d")).isFalse();
            assertThat(key.has("p")).isFalse();
        });
    }

    @Test
    void givesEveryScopeOfTheClientToARequestThatNamesNone() {
        clients.put(client("reader", Permission.ORDERS_READ, Permission.REPORTS_READ));

        JsonNode answer = json(shop.requestToken("reader", SECRET, FOR_ALL_SCOPES));

        assertThat(answer.path("scope").asString().split(" ")).containsExactlyInAnyOrder("orders:read", "reports:read");
        assertThat(answer.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.path("expires_in").asInt()).isBetween(3590, 3600);
        assertThat(whoAmI(answer.path("access_token").asString()))
                .containsExactlyInAnyOrder("orders:read", "reports:read");
    }

    @Test
    void theDemoClientHoldsEveryPermission() {
        assertThat(whoAmI(shop.demoToken())).containsExactly(RunningShop.everyScope());
    }

    @Test
    void theCallerIsKnownByTheIdAndNameOfTheClient() {
        JsonNode caller = json(shop.get(WhoAmI.PATH, shop.demoToken()));

        assertThat(caller.path("id").asString()).isEqualTo("demo-api");
        assertThat(caller.path("name").asString()).isEqualTo("Demo API client");
    }

    @Test
    void fewerScopesGiveFewerPermissions() {
        assertThat(whoAmI(shop.demoToken("orders:read", "orders:place")))
                .containsExactly("orders:place", "orders:read");
    }

    @Test
    void refusesAScopeTheClientLacks() {
        clients.put(client("packer", Permission.ORDERS_FULFIL));

        HttpResponse<String> answer = shop.requestToken(
                "packer", SECRET, Map.of("grant_type", "client_credentials", "scope", "orders:fulfil orders:delete"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("error").asString()).isEqualTo("invalid_scope");
    }

    @ParameterizedTest
    @CsvSource({"demo-api, wrong", "nobody, demo-api-secret"})
    void refusesAWrongSecretAndAnUnknownClientAlike(String client, String secret) {
        HttpResponse<String> answer = shop.requestToken(client, secret, FOR_ALL_SCOPES);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("error").asString()).isEqualTo("invalid_client");
        assertThat(json(answer).has("access_token")).isFalse();
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .get()
                .asString()
                .startsWith("Basic ");
    }

    @Test
    void noCacheKeepsAToken() {
        assertThat(shop.requestToken("demo-api", "demo-api-secret", FOR_ALL_SCOPES)
                        .headers()
                        .allValues("Cache-Control"))
                .anySatisfy(value -> assertThat(value).contains("no-store"));
    }

    @Test
    void aRequestWithoutATokenIsAskedForOne() {
        HttpResponse<String> answer = shop.get(WhoAmI.PATH, null);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"agizo\"");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).path("type").asString()).isEqualTo("/problems/unauthenticated");
        assertThat(json(answer).path("instance").asString()).isEqualTo(WhoAmI.PATH);
    }

    @Test
    void aPublicAddressTakesARequestWithoutAToken() {
        assertThat(json(shop.get(WhoAmI.PUBLIC_PATH, null)).path("id").asString())
                .isEqualTo("anyone");
    }

    @Test
    void aPublicAddressRefusesABadToken() {
        HttpResponse<String> answer = shop.get(WhoAmI.PUBLIC_PATH, "not.a.token");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .get()
                .asString()
                .startsWith("Bearer ")
                .contains("error=\"invalid_token\"");
    }

    @Test
    void aTokenStaysGoodWhileItsClientLosesOneOfItsPermissions() {
        clients.put(client("clerk", Permission.ORDERS_READ, Permission.ORDERS_PLACE));
        String token = json(shop.requestToken("clerk", SECRET, FOR_ALL_SCOPES))
                .path("access_token")
                .asString();

        clients.put(client("clerk", Permission.ORDERS_READ));

        assertThat(whoAmI(token)).containsExactly("orders:read");
    }

    private String[] whoAmI(String token) {
        return texts(json(shop.get(WhoAmI.PATH, token)).path("permissions"));
    }

    private static String[] texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toArray(String[]::new);
    }

    private static ApiClient client(String id, Permission... permissions) {
        return new ApiClient(id, id, SecretHash.of(SECRET), Set.of(permissions));
    }
}
