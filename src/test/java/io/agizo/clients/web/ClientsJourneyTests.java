package io.agizo.clients.web;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.OpenShop;
import io.agizo.RunningShop;
import io.agizo.identity.Permission;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ClientsJourneyTests {

    private static final String CLIENTS = "/api/v1/clients";
    private static final String TILL = """
            {"name":"Till","permissions":["orders:read","reports:read"]}""";

    private final OpenShop office = OpenShop.as();

    @Test
    void aClientIsMadeSignsInIsChangedAndEndsWithItsTokens() {
        HttpResponse<String> created = office.post(CLIENTS, TILL);
        assertThat(created.statusCode()).isEqualTo(201);
        JsonNode client = json(created).path("client");
        String path = CLIENTS + "/" + client.path("id").asString();
        assertThat(created.headers().firstValue("Location")).contains(path);
        assertThat(json(created).path("secret").asString()).matches("agizo_[A-Za-z0-9_-]{43}");
        HttpResponse<String> read = office.get(path);
        assertThat(read.body()).isEqualTo(client.toString());
        assertThat(read.body()).doesNotContain("secret\"");

        OpenShop till = signedIn(json(created));
        assertThat(till.get("/api/v1/orders/summary").statusCode()).isEqualTo(200);

        HttpResponse<String> changed = office.patch(path, "{\"name\":\"Gate\",\"permissions\":[\"reports:read\"]}");
        assertThat(json(changed).path("name").asString()).isEqualTo("Gate");
        assertThat(till.get("/api/v1/orders/summary").statusCode()).isEqualTo(403);

        assertThat(office.delete(path).statusCode()).isEqualTo(204);
        assertThat(till.get("/api/v1/orders/summary").statusCode()).isEqualTo(401);
        assertThat(tokenFor(json(created)).statusCode()).isEqualTo(401);
        assertThat(office.get(path).statusCode()).isEqualTo(404);
        await().untilAsserted(() -> assertThat(events(client.path("id").asString()))
                .contains("client-created", "permission-taken", "client-revoked", "token-refused"));
    }

    @Test
    void anOldSecretIsGoodForTheOverlapAndNoLonger() {
        JsonNode made = json(office.post(CLIENTS, TILL));
        String secrets = CLIENTS + "/" + made.at("/client/id").asString() + "/secrets";

        JsonNode rotated = json(office.post(secrets, "{}"));
        assertThat(tokenFor(made).statusCode()).isEqualTo(200);
        assertThat(tokenFor(rotated).statusCode()).isEqualTo(200);
        assertThat(Instant.parse(rotated.at("/client/oldSecretUntil").asString()))
                .isBetween(
                        Instant.parse(rotated.at("/client/createdAt").asString())
                                .plus(Duration.ofHours(23)),
                        Instant.parse(rotated.at("/client/createdAt").asString())
                                .plus(Duration.ofHours(25)));

        JsonNode again = json(office.post(secrets, "{\"overlapHours\":0}"));
        assertThat(tokenFor(made).statusCode()).isEqualTo(401);
        assertThat(tokenFor(rotated).statusCode()).isEqualTo(401);
        assertThat(tokenFor(again).statusCode()).isEqualTo(200);
        assertThat(again.at("/client/oldSecretUntil").isNull()).isTrue();
        for (String hours : List.of("-1", "721", "1.5", "\"1\"")) {
            assertThat(office.post(secrets, "{\"overlapHours\":" + hours + "}").statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void aRepeatUnderOneKeyMakesNothingAndDoesNotShowTheSecretAgain() {
        OpenShop sender = office.with("Idempotency-Key", fresh("key"));
        HttpResponse<String> first = sender.post(CLIENTS, TILL);

        HttpResponse<String> repeat = sender.post(CLIENTS, TILL);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(repeat.statusCode()).isEqualTo(409);
        assertThat(json(repeat).path("type").asString()).isEqualTo("/problems/secret-shown");
        assertThat(repeat.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(repeat.body()).doesNotContain(json(first).path("secret").asString());
        assertThat(sender.post(CLIENTS, "{\"name\":\"Other\",\"permissions\":[]}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void nobodyGivesOrGetsHoldOfAPermissionThatTheyLack() {
        OpenShop clerk = OpenShop.as(Permission.CLIENTS_MANAGE, Permission.ORDERS_READ);
        HttpResponse<String> refused = clerk.post(CLIENTS, TILL);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("detail").asString()).contains("reports:read");

        String mighty = CLIENTS + "/"
                + json(office.post(CLIENTS, TILL)).at("/client/id").asString();
        assertThat(clerk.post(mighty + "/secrets", "{}").statusCode()).isEqualTo(403);
        assertThat(clerk.patch(mighty, "{\"permissions\":[\"orders:read\",\"reports:read\",\"stock:write\"]}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(clerk.patch(mighty, "{\"redirectUris\":[\"https://thief.test/\"]}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(clerk.delete(mighty).statusCode()).isEqualTo(403);

        office.patch(mighty, "{\"permissions\":[\"orders:read\"]}");
        assertThat(clerk.post(mighty + "/secrets", "{}").statusCode()).isEqualTo(201);
        assertThat(clerk.delete(mighty).statusCode()).isEqualTo(204);
    }

    @Test
    void changesOnlyTheVersionThatWasRead() {
        HttpResponse<String> created = office.post(CLIENTS, TILL);
        String path = created.headers().firstValue("Location").orElseThrow();
        String tag = office.get(path).headers().firstValue("ETag").orElseThrow();

        assertThat(office.with("If-None-Match", tag).get(path).statusCode()).isEqualTo(304);
        assertThat(office.with("If-Match", tag).patch(path, "{\"name\":\"A\"}").statusCode())
                .isEqualTo(200);
        assertThat(office.with("If-Match", tag).patch(path, "{\"name\":\"B\"}").statusCode())
                .isEqualTo(412);
        assertThat(office.with("If-Match", tag).post(path + "/secrets", "{}").statusCode())
                .isEqualTo(412);
        assertThat(office.with("If-Match", tag).delete(path).statusCode()).isEqualTo(412);
    }

    @Test
    void listsLatestFirstAndPages() {
        String name = fresh("Listed");
        for (int i = 0; i < 3; i++) {
            office.post(CLIENTS, "{\"name\":\"%s\",\"permissions\":[]}".formatted(name + i));
        }

        HttpResponse<String> first = office.get(CLIENTS + "?limit=2");
        String next = first.headers().firstValue("Link").orElseThrow().replaceAll("<(.*)>; rel=\"next\"", "$1");

        assertThat(json(first).at("/items/0/createdAt").asString())
                .isGreaterThanOrEqualTo(json(first).at("/items/1/createdAt").asString());
        assertThat(office.get(next).body())
                .doesNotContain(json(first).at("/items/0/id").asString());
    }

    @Test
    void aClientOfItsOwnLimitIsHeldToIt() {
        JsonNode made = json(
                office.post(CLIENTS, "{\"name\":\"Slow\",\"permissions\":[\"orders:read\"],\"requestsPerMinute\":3}"));
        OpenShop slow = signedIn(made);

        HttpResponse<String> answer = slow.get("/api/v1/orders/summary");
        assertThat(answer.headers().firstValue("RateLimit-Policy")).contains("\"client\";q=3;w=60");
        for (int i = 0; i < 2; i++) {
            assertThat(slow.get("/api/v1/orders/summary").statusCode()).isEqualTo(200);
        }
        assertThat(slow.get("/api/v1/orders/summary").statusCode()).isEqualTo(429);
        assertThat(office.get("/api/v1/orders/summary").headers().firstValue("RateLimit-Policy"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/name",
                "{\"name\":\"Till\"}|/permissions",
                "{\"name\":\" \",\"permissions\":[]}|/name",
                "{\"name\":\"a\\nb\",\"permissions\":[]}|/name",
                "{\"name\":\"a\\u0000b\",\"permissions\":[]}|/name",
                "{\"name\":\"Till\",\"permissions\":[\"all\"]}|/permissions/0",
                "{\"name\":\"Till\",\"permissions\":[\"orders:read\",null]}|/permissions/1",
                "{\"name\":\"Till\",\"permissions\":\"orders:read\"}|/permissions",
                "{\"name\":\"Till\",\"permissions\":[],\"requestsPerMinute\":0}|/requestsPerMinute",
                "{\"name\":\"Till\",\"permissions\":[],\"requestsPerMinute\":1000001}|/requestsPerMinute",
                "{\"name\":\"Till\",\"permissions\":[],\"id\":\"demo-api\"}|/id",
                "{\"name\":\"Till\",\"permissions\":[],\"grantTypes\":[]}|/grantTypes",
                "{\"name\":\"Till\",\"permissions\":[],\"grantTypes\":[\"password\"]}|/grantTypes/0",
                "{\"name\":\"Till\",\"permissions\":[],\"grantTypes\":[null]}|/grantTypes/0",
                "{\"name\":\"Till\",\"permissions\":[],\"grantTypes\":[\"authorization_code\"]}|/redirectUris",
                "{\"name\":\"Till\",\"permissions\":[],\"postLogoutRedirectUris\":[\"https://a.test/\"]}|/postLogoutRedirectUris",
                "{\"name\":\"Till\",\"permissions\":[],\"profileScopes\":[\"profile\"]}|/profileScopes",
                "{\"name\":\"Till\",\"permissions\":[],\"redirectUris\":[\"https://a.test/\"],\"profileScopes\":[\"openid\"]}|/profileScopes/0",
                "{\"name\":\"Till\",\"permissions\":[],\"secret\":\"mine\"}|/secret",
                "[]|''"
            })
    void pointsAtWhatCannotBeAccepted(String body, String pointer) {
        HttpResponse<String> refused = office.post(CLIENTS, body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example.com/callback",
                "https://app.example.com/callback#part",
                "https://amina@app.example.com/callback",
                "https://*.example.com/callback",
                "https://app.example.com/call back",
                "https://app.example.com/\u00e9",
                "//app.example.com/callback",
                "/callback",
                "https:callback",
                "https://",
                "javascript:alert(1)",
                "com.example.app:/callback",
                "http://localhost.example.com/callback",
                "http://127.0.0.2/callback",
                ""
            })
    void sendsPeopleToExactAddressesByTlsAlone(String address) {
        HttpResponse<String> refused = office.post(CLIENTS, """
                {"name":"App","permissions":[],"redirectUris":["https://app.example.com/callback","%s"]}""".formatted(address));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/redirectUris/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com/callback?shop=1",
                "https://app.example.com:8443/",
                "http://localhost:3000/callback",
                "http://127.0.0.1/callback",
                "http://[::1]:3000/callback"
            })
    void sendsPeopleBackToTheseAddresses(String address) {
        HttpResponse<String> made = office.post(CLIENTS, """
                {"name":"App","permissions":[],"redirectUris":["%s"]}""".formatted(address));

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":null}", "{\"permissions\":null}", "{\"lastUsedAt\":null}", "[]", "null", "7"})
    void refusesAPatchThatLeavesNoClient(String patch) {
        String path =
                office.post(CLIENTS, TILL).headers().firstValue("Location").orElseThrow();

        assertThat(office.patch(path, patch).statusCode()).isIn(400, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?cursor=x", "?cursor=Cg", "?limit=0"})
    void refusesAListNobodyCanMake(String query) {
        assertThat(office.get(CLIENTS + query).statusCode()).isEqualTo(422);
    }

    @Test
    void isOpenOnlyToThoseWhoManageClients() {
        OpenShop other = OpenShop.as(Permission.EMPLOYEES_MANAGE);
        for (HttpResponse<String> answer : List.of(
                other.get(CLIENTS),
                other.post(CLIENTS, TILL),
                other.get(CLIENTS + "/demo-api"),
                other.patch(CLIENTS + "/demo-api", "{}"),
                other.delete(CLIENTS + "/demo-api"),
                other.post(CLIENTS + "/demo-api/secrets", "{}"))) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(json(answer).path("detail").asString()).contains("clients:manage");
        }
        assertThat(OpenShop.asAnyone().get(CLIENTS).statusCode()).isEqualTo(401);
    }

    private OpenShop signedIn(JsonNode made) {
        return OpenShop.asAnyone()
                .with(
                        "Authorization",
                        "Bearer " + json(tokenFor(made)).path("access_token").asString());
    }

    private static HttpResponse<String> tokenFor(JsonNode made) {
        String basic = RunningShop.basic(
                made.at("/client/id").asString(), made.path("secret").asString());
        return OpenShop.asAnyone()
                .with("Authorization", basic)
                .send("/oauth2/token", "application/x-www-form-urlencoded", "grant_type=client_credentials");
    }

    private List<String> events(String client) {
        return json(office.get("/api/v1/audit?limit=200"))
                .path("items")
                .valueStream()
                .filter(entry -> entry.at("/subject/id").asString("").equals(client))
                .map(entry -> entry.path("event").asString())
                .toList();
    }
}
