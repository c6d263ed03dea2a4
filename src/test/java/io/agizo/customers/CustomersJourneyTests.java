package io.agizo.customers;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.Together;
import io.agizo.identity.Permission;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CustomersJourneyTests {

    private static final String CUSTOMERS = "/api/v1/customers";

    private final OpenShop office = OpenShop.as(Permission.CUSTOMERS_READ, Permission.CUSTOMERS_WRITE);
    private final String code = fresh("C");
    private final String path = CUSTOMERS + "/" + code;

    @Test
    void recordsReadsChangesAndErasesACustomer() {
        HttpResponse<String> created = office.post(CUSTOMERS, """
                {"code":"%s","name":"Amina Otieno","phone":"0711000001","email":null,"locale":"sw"}""".formatted(code));
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).contains(path);
        assertThat(json(created).path("phone").asString()).isEqualTo("+254711000001");
        assertThat(json(created).propertyNames())
                .containsExactly("code", "name", "phone", "email", "locale", "createdAt");

        HttpResponse<String> read = office.get(path);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(created.body());
        assertThat(read.headers().firstValue("ETag"))
                .isEqualTo(created.headers().firstValue("ETag"));

        HttpResponse<String> changed = office.patch(path, "{\"phone\":null,\"email\":\"amina@example.com\"}");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).path("phone").isNull()).isTrue();
        assertThat(json(changed).path("name").asString()).isEqualTo("Amina Otieno");

        HttpResponse<String> erased = office.delete(path);
        assertThat(erased.statusCode()).isEqualTo(204);
        assertThat(erased.body()).isEmpty();
        assertThat(office.get(path).statusCode()).isEqualTo(404);
        assertThat(office.post(CUSTOMERS, customer(code)).statusCode()).isEqualTo(201);
    }

    @Test
    void assignsACodeToACustomerWithANameOnly() {
        HttpResponse<String> created = office.post(CUSTOMERS, "{\"name\":\"Amina\"}");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(json(created).path("code").asString()).matches("C-[0-9A-Z]{5,}");
        assertThat(json(created).path("locale").asString()).isEqualTo("en");
    }

    @Test
    void refusesACodeThatIsTaken() {
        office.post(CUSTOMERS, customer(code));

        HttpResponse<String> refused = office.post(CUSTOMERS, customer(code));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("type").asString()).isEqualTo("/problems/duplicate-code");
        String other = fresh("C");
        office.post(CUSTOMERS, customer(other));
        assertThat(office.patch(path, "{\"code\":\"%s\"}".formatted(other)).statusCode())
                .isEqualTo(409);
    }

    @Test
    void movesToAnotherCode() {
        String other = fresh("C");
        office.post(CUSTOMERS, customer(code));

        assertThat(office.patch(path, "{\"code\":\"%s\"}".formatted(other)).statusCode())
                .isEqualTo(200);
        assertThat(office.get(path).statusCode()).isEqualTo(404);
        assertThat(office.get(CUSTOMERS + "/" + other).statusCode()).isEqualTo(200);
    }

    @Test
    void answersARepeatUnderOneKeyWithTheFirstAnswer() {
        OpenShop sender = office.with("Idempotency-Key", fresh("key"));
        List<HttpResponse<String>> answers =
                new ArrayList<>(Together.run(8, () -> sender.post(CUSTOMERS, "{\"name\":\"Amina\"}")));
        answers.add(sender.post(CUSTOMERS, "{\"name\":\"Amina\"}"));

        List<HttpResponse<String>> created =
                answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertThat(created)
                .extracting(HttpResponse::body)
                .containsOnly(created.getFirst().body());
        assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(201, 409);
        assertThat(answers.getLast().headers().firstValue("Idempotency-Replayed"))
                .contains("true");
        assertThat(sender.post(CUSTOMERS, "{\"name\":\"Baraka\"}").statusCode()).isEqualTo(422);
    }

    @Test
    void remembersARefusalUnderItsKeyToo() {
        office.post(CUSTOMERS, customer(code));
        OpenShop sender = office.with("Idempotency-Key", fresh("key"));
        HttpResponse<String> refused = sender.post(CUSTOMERS, customer(code));
        office.delete(path);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(sender.post(CUSTOMERS, customer(code)).body()).isEqualTo(refused.body());
    }

    @Test
    void keepsNothingOfAnErasedCustomerUnderAnyKey() {
        String whole = """
                {"code":"%s","name":"Amina Otieno","phone":"0711000009","email":"amina.o@example.com"}""".formatted(code);
        OpenShop sender = office.with("Idempotency-Key", fresh("key"));
        assertThat(sender.post(CUSTOMERS, whole).statusCode()).isEqualTo(201);

        office.delete(path);

        HttpResponse<String> repeated = sender.post(CUSTOMERS, whole);
        assertThat(repeated.statusCode()).isEqualTo(409);
        assertThat(repeated.body())
                .contains("erased since")
                .doesNotContain("Amina")
                .doesNotContain("711000009")
                .doesNotContain("amina.o@");
        assertThat(office.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void givesNoKeptAnswerToWhoeverMayNotRecordCustomersAnyMore() {
        String key = fresh("key");
        assertThat(office.with("Idempotency-Key", key)
                        .post(CUSTOMERS, customer(code))
                        .statusCode())
                .isEqualTo(201);

        HttpResponse<String> repeated = OpenShop.as(Permission.CUSTOMERS_READ)
                .with("Idempotency-Key", key)
                .post(CUSTOMERS, customer(code));

        assertThat(repeated.statusCode()).isEqualTo(403);
        assertThat(json(repeated).path("type").asString()).isEqualTo("/problems/permission-denied");
        assertThat(json(repeated).path("detail").asString()).contains("customers:write");
    }

    @Test
    void changesOnlyTheVersionThatWasRead() {
        String tag = office.post(CUSTOMERS, customer(code))
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(office.with("If-None-Match", tag).get(path).statusCode()).isEqualTo(304);
        assertThat(office.with("If-Match", tag)
                        .patch(path, "{\"locale\":\"sw\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(office.with("If-Match", tag)
                        .patch(path, "{\"locale\":\"en\"}")
                        .statusCode())
                .isEqualTo(412);
        assertThat(office.with("If-Match", tag).delete(path).statusCode()).isEqualTo(412);
        assertThat(office.with("If-None-Match", tag).get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void listsLatestFirstAndPages() {
        String surname = fresh("Surname");
        for (String name : List.of("Amina", "Baraka", "Chao")) {
            office.post(CUSTOMERS, "{\"name\":\"%s %s\"}".formatted(name, surname));
        }

        HttpResponse<String> first = office.get(CUSTOMERS + "?limit=2&q=" + surname);
        assertThat(names(first)).containsExactly("Chao " + surname, "Baraka " + surname);
        String next = first.headers().firstValue("Link").orElseThrow().replaceAll("<(.*)>; rel=\"next\"", "$1");
        HttpResponse<String> second = office.get(next);
        assertThat(names(second)).containsExactly("Amina " + surname);
        assertThat(json(second).path("nextCursor").isNull()).isTrue();
    }

    @Test
    void takesWildcardsOfASearchAtTheirWord() {
        String name = fresh("Juice") + "%_";
        office.post(CUSTOMERS, "{\"name\":\"%s\"}".formatted(name));

        assertThat(names(office.get(CUSTOMERS + "?q=" + name.replace("%", "%25"))))
                .containsExactly(name);
        assertThat(names(office.get(CUSTOMERS + "?q=%25_"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/name",
                "{\"name\":\" \"}|/name",
                "{\"name\":null}|/name",
                "{\"name\":7}|/name",
                "{\"name\":\"a\\u0000b\"}|/name",
                "{\"name\":\"a\\nb\"}|/name",
                "{\"name\":\"\\ud800\"}|/name",
                "{\"name\":\"Amina\",\"code\":\"a b\"}|/code",
                "{\"name\":\"Amina\",\"code\":\"C-001234567890123456789012345678901234567\"}|/code",
                "{\"name\":\"Amina\",\"phone\":\"12\"}|/phone",
                "{\"name\":\"Amina\",\"phone\":\"+254711000001 ext 5\"}|/phone",
                "{\"name\":\"Amina\",\"email\":\"nobody\"}|/email",
                "{\"name\":\"Amina\",\"email\":\"a@b\\u0000\"}|/email",
                "{\"name\":\"Amina\",\"locale\":\"fr\"}|/locale",
                "{\"name\":\"Amina\",\"nmae\":\"Amina\"}|/nmae",
                "{\"name\":\"Amina\",\"code\":\"new\"}|/code",
                "[]|''"
            })
    void pointsAtWhatCannotBeAccepted(String body, String pointer) {
        HttpResponse<String> refused = office.post(CUSTOMERS, body);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(refused).path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
    }

    @Test
    void refusesTextThatIsTooLong() {
        assertThat(office.post(CUSTOMERS, "{\"name\":\"%s\"}".formatted("x".repeat(201)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(office.post(CUSTOMERS, "{\"name\":\"%s\"}".formatted("x".repeat(200)))
                        .statusCode())
                .isEqualTo(201);
        String email = "a".repeat(64) + "@" + "b".repeat(60) + "." + "c".repeat(60) + "." + "d".repeat(60) + ".example";
        assertThat(office.post(CUSTOMERS, "{\"name\":\"Amina\",\"email\":\"%s\"}".formatted(email))
                        .statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":null}",
                "{\"code\":null}",
                "{\"createdAt\":\"2026-11-22T09:00:00Z\"}",
                "[]",
                "null",
                "7"
            })
    void refusesAPatchThatLeavesNoCustomer(String patch) {
        office.post(CUSTOMERS, customer(code));

        assertThat(office.patch(path, patch).statusCode()).isIn(400, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=x", "?cursor=x", "?cursor=Cg"})
    void refusesAListNobodyCanMake(String query) {
        assertThat(office.get(CUSTOMERS + query).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nobody-has-this", "/a%20b", "/%00", "/a%2Fb"})
    void findsNobodyUnderACodeThatNobodyHas(String code) {
        assertThat(office.get(CUSTOMERS + code).statusCode()).isIn(400, 404);
    }

    @Test
    void isOpenOnlyToThoseWhoHoldThePermission() {
        OpenShop reader = OpenShop.as(Permission.CUSTOMERS_READ);
        OpenShop writer = OpenShop.as(Permission.CUSTOMERS_WRITE);
        office.post(CUSTOMERS, customer(code));

        assertThat(OpenShop.asAnyone().get(path).statusCode()).isEqualTo(401);
        assertThat(OpenShop.asAnyone().post(CUSTOMERS, "{}").statusCode()).isEqualTo(401);
        assertThat(writer.get(path).statusCode()).isEqualTo(403);
        assertThat(json(writer.get(CUSTOMERS)).path("detail").asString()).contains("customers:read");
        assertThat(reader.post(CUSTOMERS, "{\"name\":\"Amina\"}").statusCode()).isEqualTo(403);
        assertThat(reader.patch(path, "{}").statusCode()).isEqualTo(403);
        assertThat(reader.delete(path).statusCode()).isEqualTo(403);
        assertThat(reader.get(path).statusCode()).isEqualTo(200);
    }

    private static String customer(String code) {
        return "{\"code\":\"%s\",\"name\":\"Amina Otieno\"}".formatted(code);
    }

    private static List<String> names(HttpResponse<String> page) {
        List<String> names = new ArrayList<>();
        for (JsonNode item : json(page).path("items")) {
            names.add(item.path("name").asString());
        }
        return names;
    }
}
