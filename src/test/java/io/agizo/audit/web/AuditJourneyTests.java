package io.agizo.audit.web;

import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.OpenShop;
import io.agizo.RunningShop;
import io.agizo.identity.Permission;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AuditJourneyTests {

    private static final String AUDIT = "/api/v1/audit";

    private final OpenShop office = OpenShop.as(Permission.EMPLOYEES_MANAGE);

    @Test
    void tellsWhoWasDeniedByEitherDoor() {
        OpenShop.as(Permission.ORDERS_READ).get("/actuator/prometheus");
        OpenShop.as(Permission.ORDERS_READ).get("/api/v1/customers");
        OpenShop.as(Permission.ORDERS_READ).post("/graphql", OpenShop.operation("{ messages { edges { cursor } } }"));
        OpenShop.as(Permission.ORDERS_READ)
                .post("/graphql", OpenShop.operation("mutation { deleteCustomer(code: \"nobody\") { __typename } }"));

        await().untilAsserted(() ->
                assertThat(denied()).contains("reports:read", "customers:read", "messages:read", "customers:write"));
        JsonNode entry = items("?event=denied&actor=demo-api").getFirst();
        assertThat(entry.propertyNames())
                .containsExactly("id", "at", "event", "actor", "subject", "detail", "times", "address");
        assertThat(entry.at("/actor/kind").asString()).isEqualTo("client");
        assertThat(entry.path("address").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void tellsOfAWrongSecretAndOfATokenThatIsNone() {
        HttpResponse<String> guessed = OpenShop.asAnyone()
                .with("Authorization", RunningShop.basic("demo-api", "guess"))
                .send("/oauth2/token", "application/x-www-form-urlencoded", "grant_type=client_credentials");
        assertThat(guessed.statusCode()).isEqualTo(401);
        OpenShop.asAnyone().with("Authorization", "Bearer rubbish").get(AUDIT);

        await().untilAsserted(() -> {
            assertThat(items("?event=sign-in-failed"))
                    .anySatisfy(entry -> assertThat(entry.path("subject").toString())
                            .isEqualTo("{\"kind\":\"client\",\"id\":\"demo-api\"}"));
            assertThat(items("?event=token-refused")).isNotEmpty();
            assertThat(items("?event=signed-in&actor=demo-api")).isNotEmpty();
        });
    }

    @Test
    void goesOnAfterEachPageAndIsATable() {
        OpenShop.as(Permission.ORDERS_READ).get("/api/v1/customers");
        OpenShop.as(Permission.ORDERS_READ).get("/api/v1/messages");
        await().untilAsserted(() -> assertThat(denied()).contains("customers:read", "messages:read"));

        HttpResponse<String> first = office.get(AUDIT + "?event=denied&limit=1");
        HttpResponse<String> second =
                office.get(first.headers().firstValue("Link").orElseThrow().replaceAll("<(.*)>; rel=\"next\"", "$1"));
        assertThat(json(second).at("/items/0/id").asString())
                .isNotEqualTo(json(first).at("/items/0/id").asString());
        assertThat(json(second).at("/items/0/at").asString())
                .isLessThanOrEqualTo(json(first).at("/items/0/at").asString());

        HttpResponse<String> table = office.with("Accept", "text/csv").get(AUDIT + "?event=denied");
        assertThat(table.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"audit.csv\"");
        assertThat(table.body())
                .startsWith("id,at,event,actorKind,actor,subjectKind,subject,detail,times,address")
                .contains(",denied,client,demo-api,,,\"{\"\"permission\"\":\"\"customers:read\"\"}\"");
    }

    @Test
    void isTheSameOverGraphQl() {
        OpenShop.as(Permission.ORDERS_READ).get("/api/v1/customers");
        await().untilAsserted(() -> assertThat(denied()).contains("customers:read"));
        String since = "2026-01-01T00:00:00Z";

        JsonNode edges = office.ask("""
                        query($from: Time) { audit(event: DENIED, actor: "demo-api", from: $from, first: 200) { edges { node {
                          id at event times address detail actor { kind id } subject { kind id } } } } }
                        """, "from", since).at("/audit/edges");

        List<JsonNode> rest = items("?event=denied&actor=demo-api&from=" + since);
        assertThat(items("?event=denied&actor=demo-api&from=2026-01-01")).hasSize(rest.size());
        assertThat(items("?event=denied&actor=demo-api&to=2026-01-01")).isEmpty();
        assertThat(office.ask("{ audit(event: DENIED, from: \"2026-01-01\") { edges { cursor } } }")
                        .at("/audit/edges"))
                .isNotEmpty();
        assertThat(office.ask("{ audit(event: DENIED, to: \"2026-01-01\") { edges { cursor } } }")
                        .at("/audit/edges"))
                .isEmpty();
        JsonNode node = edges.valueStream()
                .map(edge -> edge.path("node"))
                .filter(each -> each.path("id").equals(rest.getLast().path("id")))
                .findFirst()
                .orElseThrow();
        for (String same : List.of("at", "event", "times", "address", "subject")) {
            assertThat(node.path(same)).isEqualTo(rest.getLast().path(same));
        }
        assertThat(node.path("detail").asString())
                .isEqualTo(rest.getLast().path("detail").toString());
        assertThat(node.at("/actor/kind").asString()).isEqualTo("CLIENT");
    }

    @Test
    void isOpenOnlyToThoseWhoManageEmployees() {
        assertThat(OpenShop.asAnyone().get(AUDIT).statusCode()).isEqualTo(401);
        HttpResponse<String> refused = OpenShop.as(Permission.CLIENTS_MANAGE).get(AUDIT);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("detail").asString()).contains("employees:manage");
        assertThat(OpenShop.as(Permission.CLIENTS_MANAGE)
                        .post("/graphql", OpenShop.operation("{ audit { edges { cursor } } }"))
                        .body())
                .contains("FORBIDDEN", "employees:manage");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?event=nonsense",
                "?actor=a%20b",
                "?from=yesterday",
                "?to=-999999999-01-01T00:00:00Z",
                "?from=2026-02-29",
                "?from=2026-11-28&to=2026-11-27",
                "?cursor=x",
                "?cursor=Cg",
                "?cursor=LTk5OTk5OTk5OS0wMS0wMVQwMDowMDowMFoKMDE5M2ExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx",
                "?limit=201"
            })
    void refusesAListNobodyCanMake(String query) {
        assertThat(office.get(AUDIT + query).statusCode()).isEqualTo(422);
    }

    private Set<String> denied() {
        Set<String> permissions = new TreeSet<>();
        items("?event=denied&actor=demo-api")
                .forEach(entry -> permissions.add(entry.at("/detail/permission").asString()));
        return permissions;
    }

    private List<JsonNode> items(String query) {
        HttpResponse<String> page = office.get(AUDIT + query + "&limit=200");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return json(page).path("items").valueStream().toList();
    }
}
