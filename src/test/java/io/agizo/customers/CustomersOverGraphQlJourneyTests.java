package io.agizo.customers;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static io.agizo.OpenShop.operation;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.identity.Permission;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CustomersOverGraphQlJourneyTests {

    private static final String MUTATIONS = """
            mutation create($input: NewCustomerInput!, $key: String) {
              createCustomer(input: $input, idempotencyKey: $key) {
                result: __typename ... on CustomerCreated { customer { ...Whole } } ...Why
              }
            }
            mutation update($code: String!, $changes: CustomerChangesInput!, $version: Int) {
              updateCustomer(code: $code, input: $changes, ifVersion: $version) {
                result: __typename ... on CustomerUpdated { customer { ...Whole } } ...Why
              }
            }
            mutation delete($code: String!) {
              deleteCustomer(code: $code) { result: __typename ... on CustomerDeleted { code } ...Why }
            }
            query read($code: String!) { customer(code: $code) { ...Whole } }
            fragment Whole on Customer { code name phone email locale createdAt version }
            fragment Why on Refusal { message problem ... on InvalidInput { errors { pointer } } }
            """;

    private final OpenShop office = OpenShop.as();
    private final String code = fresh("GQLCU");

    @Test
    void areCreatedReadChangedAndErased() {
        JsonNode created = run("create", "input", amina()).path("createCustomer");
        assertThat(created.at("/customer/phone").asString()).isEqualTo("+254711000001");
        assertThat(created.at("/customer/version").asInt()).isEqualTo(1);

        JsonNode rest = json(office.get("/api/v1/customers/" + code));
        JsonNode read = run("read", "code", code).path("customer");
        rest.properties().forEach(field -> assertThat(read.path(field.getKey())).isEqualTo(field.getValue()));

        Map<String, Object> changes = new HashMap<>();
        changes.put("phone", null);
        JsonNode changed =
                run("update", "code", code, "changes", changes, "version", 1).path("updateCustomer");
        assertThat(changed.at("/customer/phone").isNull()).isTrue();
        assertThat(changed.at("/customer/name").asString()).isEqualTo("Amina Otieno");
        assertThat(run("update", "code", code, "changes", changes, "version", 1)
                        .at("/updateCustomer/result")
                        .asString())
                .isEqualTo("StaleVersion");

        assertThat(run("delete", "code", code).at("/deleteCustomer/code").asString())
                .isEqualTo(code);
        assertThat(run("delete", "code", code).at("/deleteCustomer/result").asString())
                .isEqualTo("NotFound");
        assertThat(run("read", "code", code).path("customer").isNull()).isTrue();
        assertThat(run("read", "code", "a b").path("customer").isNull()).isTrue();
    }

    @Test
    void areCreatedOnceUnderAKeyAndRefusedByName() {
        String key = fresh("key");
        JsonNode first = run("create", "input", amina(), "key", key);

        assertThat(run("create", "input", amina(), "key", key)).isEqualTo(first);
        assertThat(run("create", "input", amina()).at("/createCustomer/result").asString())
                .isEqualTo("DuplicateCode");
        assertThat(OpenShop.as(Permission.CUSTOMERS_READ, Permission.CUSTOMERS_WRITE)
                        .post("/graphql", body("create", "input", amina(), "key", fresh("key")))
                        .body())
                .contains("DuplicateCode");
        JsonNode invalid = run("create", "input", Map.of("phone", "12")).path("createCustomer");
        assertThat(invalid.path("result").asString()).isEqualTo("InvalidInput");
        assertThat(invalid.at("/errors/0/pointer").asString()).isEqualTo("/name");
        assertThat(invalid.at("/errors/1/pointer").asString()).isEqualTo("/phone");
    }

    @Test
    void areInNoKeptResultOnceTheyAreErased() {
        String key = fresh("key");
        run("create", "input", Map.of("code", code, "name", "Amina Otieno"), "key", key);
        run("delete", "code", code);

        JsonNode repeated = run("create", "input", Map.of("code", code, "name", "Amina Otieno"), "key", key)
                .path("createCustomer");

        assertThat(repeated.path("result").asString()).isEqualTo("Conflict");
        assertThat(repeated.path("message").asString()).contains("erased since");
    }

    @Test
    void areInNoKeptResultForWhoeverMayNotRecordThemAnyMore() {
        String key = fresh("key");
        run("create", "input", amina(), "key", key);

        HttpResponse<String> repeated =
                OpenShop.as(Permission.CUSTOMERS_READ).post("/graphql", body("create", "input", amina(), "key", key));

        assertThat(repeated.body())
                .contains("PermissionDenied", "customers:write")
                .doesNotContain("Amina");
    }

    @Test
    void areForThoseWhoMay() {
        JsonNode denied = json(OpenShop.as(Permission.ORDERS_READ)
                .post("/graphql", operation("{ customers { edges { node { name } } } }")));

        assertThat(denied.at("/errors/0/extensions/classification").asString()).isEqualTo("FORBIDDEN");
        assertThat(denied.at("/errors/0/extensions/problem").asString()).isEqualTo("/problems/permission-denied");
        assertThat(denied.at("/errors/0/message").asString()).contains("customers:read");
        assertThat(denied.at("/data/customers").isNull()).isTrue();
    }

    private JsonNode run(String name, Object... variables) {
        return json(office.post("/graphql", body(name, variables))).path("data");
    }

    private static String body(String name, Object... variables) {
        return operation(MUTATIONS, variables).replaceFirst("\\{", "{\"operationName\":\"" + name + "\",");
    }

    private Map<String, Object> amina() {
        return Map.of("code", code, "name", "Amina Otieno", "phone", "0711000001");
    }
}
