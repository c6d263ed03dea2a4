package io.agizo.signin;

import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.identity.Permission;
import io.agizo.shared.Ids;
import io.agizo.staff.AccountFixtures;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a person's token opens no more once they signed in a quarter of an hour ago, and what it goes on to open. */
class OldSignInsJourneyTests {

    private final UUID owner = owner();
    private final OpenShop old =
            OpenShop.as(owner, Instant.now().minus(Duration.ofMinutes(15)).minusSeconds(2));

    private static UUID owner() {
        UUID account = Ids.next();
        JdbcClient sql = OpenShop.bean(JdbcClient.class);
        sql.sql("insert into account (id, name, locale, version, created_at) values (?, 'Juma', 'en', 1, now())")
                .param(account)
                .update();
        sql.sql("""
                        insert into employee (id, account_id, permissions, state, version, created_at)
                        values (?, ?, ?, 'active', 1, now())
                        """)
                .param(Ids.next())
                .param(account)
                .param(Arrays.stream(Permission.values()).map(Permission::scope).toArray(String[]::new))
                .update();
        return account;
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/employees, `{\"name\":\"Asha\",\"phone\":\"0711222333\",\"permissions\":[\"orders:read\"]}`",
                "/roles, `{\"name\":\"shelf filler\",\"permissions\":[\"stock:write\"]}`",
                "/clients, `{\"name\":\"Till\",\"permissions\":[\"orders:read\"]}`"
            })
    void doNotGrantPermissions(String path, String body) {
        HttpResponse<String> refused = old.post("/api/v1" + path, body);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"agizo\", error=\"insufficient_user_authentication\", max_age=\"900\"");
        assertThat(json(refused).path("type").asString()).isEqualTo("/problems/sign-in-too-old");
        assertThat(json(refused).path("detail").asString()).contains("/oauth2/authorize", "max_age=900");
    }

    @Test
    void doNotChangeWhoMayDoWhat() {
        String employee = OpenShop.as(owner)
                .post("/api/v1/employees", """
                        {"name":"Asha","phone":"%s","permissions":["orders:read"]}""".formatted(AccountFixtures.phone().e164()))
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(old.patch(employee, "{\"permissions\":[\"orders:place\"]}").statusCode())
                .isEqualTo(401);
        assertThat(old.delete(employee).statusCode()).isEqualTo(401);
        assertThat(old.patch("/api/v1/roles/packer", "{\"permissions\":[]}").statusCode())
                .isEqualTo(401);
        assertThat(old.get(employee).statusCode()).isEqualTo(200);
    }

    @Test
    void areToldOverGraphQlWhatToDo() {
        HttpResponse<String> answer = old.post("/graphql", OpenShop.operation("""
                mutation { createRole(input: {name: "shelf filler", permissions: ["stock:write"]}) { __typename } }"""));

        JsonNode error = json(answer).at("/errors/0");
        assertThat(error.at("/extensions/classification").asString()).isEqualTo("UNAUTHORIZED");
        assertThat(error.at("/extensions/problem").asString()).isEqualTo("/problems/sign-in-too-old");
        assertThat(error.at("/extensions/maxAgeSeconds").asInt()).isEqualTo(900);
    }

    @Test
    void goOnToOpenTheRest() {
        assertThat(old.get("/api/v1/employees").statusCode()).isEqualTo(200);
        assertThat(old.get("/api/v1/orders/summary").statusCode()).isEqualTo(200);
    }

    @Test
    void areNothingThatProgramsHave() {
        assertThat(OpenShop.as()
                        .post("/api/v1/clients", "{\"name\":\"Till\",\"permissions\":[\"orders:read\"]}")
                        .statusCode())
                .isEqualTo(201);
    }
}
