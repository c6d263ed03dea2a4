package io.agizo.clients.web;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.identity.Permission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClientsOverGraphQlJourneyTests {

    private static final String OPERATIONS = """
            mutation create($input: NewClientInput!, $key: String) {
              createClient(input: $input, idempotencyKey: $key) {
                result: __typename ... on ClientCreated { secret client { ...Whole } } ...Why
              }
            }
            mutation update($id: String!, $changes: ClientChangesInput!, $version: Int) {
              updateClient(id: $id, input: $changes, ifVersion: $version) {
                result: __typename ... on ClientUpdated { client { ...Whole } } ...Why
              }
            }
            mutation rotate($id: String!, $hours: Int, $key: String) {
              rotateClientSecret(id: $id, overlapHours: $hours, idempotencyKey: $key) {
                result: __typename ... on ClientRotated { secret client { ...Whole } } ...Why
              }
            }
            mutation revoke($id: String!) {
              revokeClient(id: $id) { result: __typename ... on ClientRevoked { id } ...Why }
            }
            query read($id: String!) { client(id: $id) { ...Whole } clients(first: 200) { edges { node { id } } } }
            fragment Whole on ApiClient {
              id name permissions requestsPerMinute grantTypes redirectUris postLogoutRedirectUris profileScopes createdAt lastUsedAt oldSecretUntil version
            }
            fragment Why on Refusal { message problem ... on InvalidInput { errors { pointer } } }
            """;

    private static final Map<String, Object> TILL =
            Map.of("name", "Till", "permissions", List.of("orders:read", "reports:read"));

    private final OpenShop office = OpenShop.as();

    @Test
    void areMadeReadChangedRotatedAndRevoked() {
        JsonNode created = run(office, "create", "input", TILL).path("createClient");
        String id = created.at("/client/id").asString();
        assertThat(created.path("secret").asString()).startsWith("agizo_");

        JsonNode rest = json(office.get("/api/v1/clients/" + id));
        JsonNode read = run(office, "read", "id", id);
        rest.properties()
                .forEach(field ->
                        assertThat(read.path("client").path(field.getKey())).isEqualTo(field.getValue()));
        assertThat(read.at("/clients/edges").toString()).contains(id);

        Map<String, Object> fewer = Map.of("permissions", List.of("orders:read"));
        assertThat(run(office, "update", "id", id, "changes", fewer, "version", 1)
                        .at("/updateClient/client/permissions")
                        .toString())
                .isEqualTo("[\"orders:read\"]");
        assertThat(run(office, "update", "id", id, "changes", fewer, "version", 1)
                        .at("/updateClient/result")
                        .asString())
                .isEqualTo("StaleVersion");
        assertThat(run(office, "rotate", "id", id, "hours", 721)
                        .at("/rotateClientSecret/errors/0/pointer")
                        .asString())
                .isEqualTo("/overlapHours");
        assertThat(run(office, "rotate", "id", id, "hours", 1)
                        .at("/rotateClientSecret/client/oldSecretUntil")
                        .isNull())
                .isFalse();
        assertThat(run(office, "revoke", "id", id).at("/revokeClient/id").asString())
                .isEqualTo(id);
        assertThat(run(office, "revoke", "id", id).at("/revokeClient/result").asString())
                .isEqualTo("NotFound");
    }

    @Test
    void aRepeatUnderOneKeyIsAConflictWithoutTheSecret() {
        String key = fresh("key");
        JsonNode first = run(office, "create", "input", TILL, "key", key).path("createClient");

        JsonNode repeat = run(office, "create", "input", TILL, "key", key).path("createClient");

        assertThat(first.path("result").asString()).isEqualTo("ClientCreated");
        assertThat(repeat.path("result").asString()).isEqualTo("Conflict");
        assertThat(repeat.path("problem").asString()).isEqualTo("/problems/secret-shown");
    }

    @Test
    void nobodyGivesAPermissionThatTheyLack() {
        OpenShop clerk = OpenShop.as(Permission.CLIENTS_MANAGE, Permission.ORDERS_READ);

        JsonNode refused = run(clerk, "create", "input", TILL).path("createClient");

        assertThat(refused.path("result").asString()).isEqualTo("PermissionDenied");
        assertThat(refused.path("message").asString()).contains("reports:read");
        assertThat(OpenShop.as(Permission.ORDERS_READ)
                        .post("/graphql", OpenShop.operation("{ clients { edges { cursor } } }"))
                        .body())
                .contains("FORBIDDEN", "clients:manage");
    }

    private static JsonNode run(OpenShop caller, String name, Object... variables) {
        Map<String, Object> body = new HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            body.put((String) variables[i], variables[i + 1]);
        }
        JsonNode answer = json(caller.post(
                "/graphql",
                new JsonMapper()
                        .writeValueAsString(Map.of("query", OPERATIONS, "operationName", name, "variables", body))));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.path("data");
    }
}
