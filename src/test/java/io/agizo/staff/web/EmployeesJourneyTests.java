package io.agizo.staff.web;

import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.OpenShop;
import io.agizo.identity.Permission;
import io.agizo.staff.AccountFixtures;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Employees and roles, as programs see them over REST and GraphQL. */
class EmployeesJourneyTests {

    private static final OpenShop OWNER = OpenShop.as();
    private static final String EMPLOYEES = "/api/v1/employees";
    private static final String ROLES = "/api/v1/roles";

    private static String body(String name, String permissions) {
        return """
                {"name":"%s","email":"juma@example.com","phone":"%s","permissions":[%s]}""".formatted(name, AccountFixtures.phone().e164(), permissions);
    }

    @Test
    void areInvitedReadChangedAndRemoved() {
        HttpResponse<String> invited = OWNER.post(EMPLOYEES, body("Juma", "\"orders:read\""));
        assertThat(invited.statusCode()).isEqualTo(201);
        String path = invited.headers().firstValue("Location").orElseThrow();
        assertThat(json(invited).path("state").asString()).isEqualTo("invited");
        assertThat(path).isEqualTo(EMPLOYEES + "/" + json(invited).path("id").asString());

        HttpResponse<String> read = OWNER.get(path);
        assertThat(read.body()).isEqualTo(invited.body());
        String etag = read.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> changed =
                OWNER.with("If-Match", etag).patch(path, "{\"permissions\":[\"orders:fulfil\"]}");
        assertThat(json(changed).path("permissions").get(0).asString()).isEqualTo("orders:fulfil");
        assertThat(OWNER.with("If-Match", etag)
                        .patch(path, "{\"permissions\":[]}")
                        .statusCode())
                .isEqualTo(412);
        assertThat(OWNER.patch(path, "{\"owner\":true}").statusCode()).isEqualTo(422);
        assertThat(OWNER.post(path + "/invitation", "").statusCode()).isEqualTo(200);
        assertThat(OWNER.post(path + "/suspend", "").statusCode()).isEqualTo(409);
        assertThat(OWNER.post(path + "/resume", "").statusCode()).isEqualTo(409);
        assertThat(OWNER.get(EMPLOYEES + "?limit=1").body()).contains("\"nextCursor\"");

        assertThat(OWNER.delete(path).statusCode()).isEqualTo(204);
        assertThat(OWNER.get(path).statusCode()).isEqualTo(404);
        assertThat(OWNER.get(EMPLOYEES + "/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void areGivenNothingThatTheCallerLacks() {
        OpenShop foreman = OpenShop.as(Permission.EMPLOYEES_MANAGE);

        HttpResponse<String> refused = foreman.post(EMPLOYEES, body("Juma", "\"orders:read\""));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("detail").asString()).contains("orders:read");
        assertThat(OpenShop.as(Permission.ORDERS_READ).get(EMPLOYEES).statusCode())
                .isEqualTo(403);
        assertThat(OpenShop.asAnyone().get(ROLES).statusCode()).isEqualTo(401);
    }

    @Test
    void areMadeOrUnmadeOwnersByNoProgram() {
        String owner = EMPLOYEES + "/" + demo("owner");
        String cashier = EMPLOYEES + "/" + demo("cashier");
        String byId = "mutation ($id: String!) { ";
        String refusal = " { __typename ... on Refusal { message } } }";

        for (HttpResponse<String> refused : List.of(
                OWNER.patch(cashier, "{\"role\":\"owner\"}"),
                OWNER.patch(owner, "{\"role\":\"cashier\"}"),
                OWNER.patch(owner, "{\"permissions\":[]}"),
                OWNER.post(owner + "/suspend", ""),
                OWNER.post(owner + "/resume", ""),
                OWNER.delete(owner))) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(json(refused).path("detail").asString()).contains("Only an owner");
        }
        for (JsonNode refused : List.of(
                OWNER.ask(byId + "updateEmployee(id: $id, input: {role: \"owner\"})" + refusal, "id", demo("cashier")),
                OWNER.ask(byId + "updateEmployee(id: $id, input: {role: \"packer\"})" + refusal, "id", demo("owner")),
                OWNER.ask(byId + "suspendEmployee(id: $id)" + refusal, "id", demo("owner")),
                OWNER.ask(byId + "resumeEmployee(id: $id)" + refusal, "id", demo("owner")),
                OWNER.ask(byId + "removeEmployee(id: $id)" + refusal, "id", demo("owner")))) {
            assertThat(refused.toString()).contains("PermissionDenied", "Only an owner");
        }
        await().untilAsserted(() -> assertThat(
                        OWNER.get("/api/v1/audit?event=denied&limit=200").body())
                .contains("\"permission\":\"owner\""));
    }

    @Test
    void areOutOfReachOfWhoeverHoldsLess() {
        String id = json(OWNER.post(EMPLOYEES, body("Juma", "\"orders:read\"")))
                .path("id")
                .asString();
        String path = EMPLOYEES + "/" + id;
        String role = OpenShop.fresh("reader");
        OWNER.post(ROLES, "{\"name\":\"" + role + "\",\"permissions\":[\"orders:read\"]}");
        OpenShop foreman = OpenShop.as(Permission.EMPLOYEES_MANAGE);
        String byId = "mutation ($id: String!) { ";
        String refusal = " { __typename ... on Refusal { message } } }";

        for (HttpResponse<String> refused : List.of(
                foreman.patch(path, "{\"permissions\":[]}"),
                foreman.patch(path, "{\"phone\":\"" + AccountFixtures.phone().e164() + "\"}"),
                foreman.post(path + "/invitation", ""),
                foreman.post(path + "/suspend", ""),
                foreman.post(path + "/resume", ""),
                foreman.delete(path),
                foreman.patch(ROLES + "/" + role, "{\"permissions\":[]}"),
                foreman.delete(ROLES + "/" + role))) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(json(refused).path("detail").asString()).contains("orders:read");
        }
        for (JsonNode refused : List.of(
                foreman.ask(byId + "updateEmployee(id: $id, input: {permissions: []})" + refusal, "id", id),
                foreman.ask(byId + "inviteEmployeeAgain(id: $id)" + refusal, "id", id),
                foreman.ask(byId + "suspendEmployee(id: $id)" + refusal, "id", id),
                foreman.ask(byId + "resumeEmployee(id: $id)" + refusal, "id", id),
                foreman.ask(byId + "updateRole(name: $id, permissions: [])" + refusal, "id", role),
                foreman.ask(byId + "removeRole(name: $id)" + refusal, "id", role))) {
            assertThat(refused.toString()).contains("PermissionDenied", "orders:read");
        }
    }

    /** The id of the demo's employee who has the role. */
    private static String demo(String role) {
        return OpenShop.bean(JdbcClient.class)
                .sql("select id::text from employee where role = ? and state = 'active' order by id limit 1")
                .param(role)
                .query(String.class)
                .single();
    }

    @Test
    void areInvitedOnceUnderOneKey() {
        String body = body("Juma", "");
        OpenShop caller = OWNER.with("Idempotency-Key", OpenShop.fresh("invite"));

        HttpResponse<String> first = caller.post(EMPLOYEES, body);
        HttpResponse<String> again = caller.post(EMPLOYEES, body);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    void haveRolesThatTheShopMakesForItself() {
        HttpResponse<String> made =
                OWNER.post(ROLES, "{\"name\":\"night-shift\",\"permissions\":[\"orders:fulfil\",\"orders:read\"]}");
        assertThat(made.statusCode()).isEqualTo(201);
        String path = made.headers().firstValue("Location").orElseThrow();

        assertThat(json(made).path("permissions").toString()).isEqualTo("[\"orders:read\",\"orders:fulfil\"]");
        assertThat(OWNER.post(ROLES, made.body()).statusCode()).isEqualTo(409);
        assertThat(json(OWNER.patch(path, "{\"permissions\":[\"orders:read\"]}"))
                        .path("permissions")
                        .size())
                .isEqualTo(1);
        assertThat(OWNER.patch(path, "{\"name\":\"day-shift\"}").statusCode()).isEqualTo(422);
        assertThat(OWNER.patch(ROLES + "/owner", "{\"permissions\":[]}").statusCode())
                .isEqualTo(409);
        assertThat(OWNER.get(ROLES).body()).contains("cashier", "manager", "owner", "packer");
        assertThat(OWNER.delete(path).statusCode()).isEqualTo(204);
        assertThat(OWNER.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void areTheSameOverGraphQl() {
        String phone = AccountFixtures.phone().e164();
        JsonNode invited = OWNER.ask("""
                mutation ($phone: String) {
                  inviteEmployee(input: {name: "Wanjiru", phone: $phone, role: "packer"}, idempotencyKey: "%s") {
                    __typename ... on EmployeeInvited { employee { id name role state permissions version } }
                  }
                }
                """.formatted(OpenShop.fresh("graph")), "phone", phone);
        JsonNode employee = invited.path("inviteEmployee").path("employee");
        String id = employee.path("id").asString();
        assertThat(employee.path("state").asString()).isEqualTo("INVITED");
        assertThat(employee.path("permissions").size()).isEqualTo(3);

        String variables = "mutation ($id: String!) { ";
        assertThat(OWNER.ask(
                                variables
                                        + "updateEmployee(id: $id, input: {permissions: [\"orders:read\"]}, ifVersion: 1) { ... on EmployeeUpdated { employee { role version } } } }",
                                "id",
                                id)
                        .toString())
                .contains("\"role\":null", "\"version\":2");
        assertThat(OWNER.ask(variables + "inviteEmployeeAgain(id: $id) { __typename } }", "id", id)
                        .toString())
                .contains("EmployeeInvited");
        assertThat(OWNER.ask(variables + "suspendEmployee(id: $id) { __typename } }", "id", id)
                        .toString())
                .contains("Conflict");
        assertThat(OWNER.ask("query ($id: String!) { employee(id: $id) { phone createdAt } }", "id", id)
                        .toString())
                .contains(phone);
        assertThat(OWNER.ask("{ employees(first: 1) { edges { node { name } } } roles { edges { node { name } } } }")
                        .toString())
                .contains("packer");
        assertThat(OpenShop.as(Permission.EMPLOYEES_MANAGE)
                        .ask(
                                variables + "removeEmployee(id: $id) { __typename ... on Refusal { message } } }",
                                "id",
                                id)
                        .toString())
                .contains("PermissionDenied", "orders:read");
        assertThat(OWNER.ask(variables + "removeEmployee(id: $id) { __typename } }", "id", id)
                        .toString())
                .contains("EmployeeRemoved");
        assertThat(OWNER.ask("""
                                mutation {
                                  createRole(input: {name: "graph", permissions: []}) { __typename }
                                  updateRole(name: "graph", permissions: ["orders:read"]) { ... on RoleUpdated { role { permissions } } }
                                  resumed: resumeEmployee(id: "nobody") { __typename }
                                  removeRole(name: "graph") { __typename }
                                }
                                """).toString()).contains("RoleCreated", "orders:read", "NotFound", "RoleRemoved");
    }
}
