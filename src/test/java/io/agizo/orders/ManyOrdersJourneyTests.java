package io.agizo.orders;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static io.agizo.OpenShop.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.OpenShop;
import io.agizo.identity.Permission;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Programs take a step with many orders. */
class ManyOrdersJourneyTests {

    private static final String MANY = "/api/v1/orders/many";

    private final OpenShop office = OpenShop.as();
    private final String customer = fresh("MANY");

    private List<String> place(int orders) {
        office.post("/api/v1/customers", """
                {"code":"%s","name":"Amina Otieno"}""".formatted(customer));
        return Stream.generate(() -> json(office.post("/api/v1/orders", """
                        {"customer":"%s","item":"Bread","amount":"65.00"}""".formatted(customer)))
                        .path("number")
                        .asString())
                .limit(orders)
                .toList();
    }

    @Test
    void areAcceptedByTheirNumbersAndAReportSaysWhichWereNot() {
        List<String> numbers = place(3);
        office.post("/api/v1/orders/" + numbers.get(1) + "/reject", "{\"reason\":\"sold out\"}");

        HttpResponse<String> queued = office.post(MANY + "/accept", """
                {"numbers":["%s","%s","%s","ZZZZ-ZZZ"]}""".formatted(numbers.toArray()));

        assertThat(queued.statusCode()).isEqualTo(202);
        String location = queued.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo(MANY + "/jobs/" + json(queued).path("id").asString());
        JsonNode report = ended(location);
        assertThat(report.path("action").asString()).isEqualTo("accept");
        assertThat(report.path("state").asString()).isEqualTo("done");
        assertThat(report.path("total").asInt()).isEqualTo(4);
        assertThat(report.path("done").asInt()).isEqualTo(2);
        assertThat(report.path("refused").asInt()).isEqualTo(2);
        assertThat(report.path("refusals")
                        .valueStream()
                        .map(refusal -> refusal.path("number").asString() + " "
                                + refusal.path("why").asString()))
                .containsExactly(numbers.get(1) + " illegal-transition", "ZZZZ-ZZZ not-found");
        assertThat(office.get(location).headers().firstValue("ETag")).isPresent();
    }

    @Test
    void areCancelledByAFilterOnceUnderOneKey() {
        List<String> numbers = place(2);
        String body = """
                {"all":{"customer":"%s","status":"pending","maxTotal":65},"reason":"closed"}""".formatted(customer);
        OpenShop once = office.with("Idempotency-Key", fresh("KEY"));

        HttpResponse<String> queued = once.post(MANY + "/cancel", body);
        HttpResponse<String> again = once.post(MANY + "/cancel", body);

        assertThat(again.body()).isEqualTo(queued.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(ended(queued.headers().firstValue("Location").orElseThrow())
                        .path("done")
                        .asInt())
                .isEqualTo(2);
        assertThat(status(numbers.getFirst())).isEqualTo("cancelled");
    }

    @Test
    void areRejectedAndHandedOverOverGraphQl() {
        List<String> numbers = place(2);
        JsonNode rejected = office.ask("""
                mutation($numbers: [String!]) { rejectOrders(orders: {numbers: $numbers}, reason: "sold out") {
                  __typename ... on ManyOrdersQueued { id } } }
                """, "numbers", numbers.subList(0, 1)).path("rejectOrders");
        assertThat(rejected.path("__typename").asString()).isEqualTo("ManyOrdersQueued");
        String id = rejected.path("id").asString();
        await().until(() -> office.ask("query($id: ID!) { manyOrders(id: $id) { state } }", "id", id)
                .at("/manyOrders/state")
                .asString()
                .equals("DONE"));
        assertThat(status(numbers.getFirst())).isEqualTo("rejected");

        JsonNode fulfilled = office.ask("""
                mutation($customer: String) { fulfilOrders(orders: {all: {customer: $customer, status: PENDING}}) {
                  __typename ... on ManyOrdersQueued { id } } }
                """, "customer", customer).path("fulfilOrders");
        JsonNode report = ended(MANY + "/jobs/" + fulfilled.path("id").asString());
        assertThat(report.at("/refusals/0/present").asString()).isEqualTo("pending");
        assertThat(office.ask("""
                                query($id: ID!) { manyOrders(id: $id) { action total refused refusals { number why present } } }
                                """, "id", fulfilled.path("id").asString())
                        .path("manyOrders")
                        .toString())
                .isEqualTo("{\"action\":\"FULFIL\",\"total\":1,\"refused\":1,\"refusals\":[{\"number\":\"%s\","
                                .formatted(numbers.get(1))
                        + "\"why\":\"ILLEGAL_TRANSITION\",\"present\":\"PENDING\"}]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            accept | {}                                             | /numbers
            accept | {"numbers":[]}                                 | /numbers
            accept | {"numbers":["A7K2-9QX"],"all":{}}              | /numbers
            accept | {"numbers":["nonsense"]}                       | /numbers/0
            accept | {"numbers":["A7K2-9QX"],"reason":"because"}    | /reason
            reject | {"numbers":["A7K2-9QX"]}                       | /reason
            accept | {"all":{"status":"nonsense"}}                  | /all/status
            accept | {"all":{"from":"yesterday"}}                   | /all/from
            accept | {"all":{"minTotal":2,"maxTotal":1}}            | /all/maxTotal
            accept | {"all":{"stat":"pending"}}                     | /all/stat
            """)
    void areLeftAloneByNonsense(String action, String body, String pointer) {
        HttpResponse<String> refused = office.post(MANY + "/" + action, body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void needThePermissionOfTheStepAndTheFilterThatOfReading() {
        String number = place(1).getFirst();
        OpenShop packer = OpenShop.as(Permission.ORDERS_FULFIL);

        assertThat(packer.post(MANY + "/accept", "{\"numbers\":[\"" + number + "\"]}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(packer.post(MANY + "/fulfil", "{\"all\":{}}").statusCode()).isEqualTo(403);
        HttpResponse<String> own = packer.post(MANY + "/fulfil", "{\"numbers\":[\"" + number + "\"]}");
        String location = own.headers().firstValue("Location").orElseThrow();
        assertThat(packer.get(location).statusCode()).isEqualTo(200);
        assertThat(OpenShop.as(Permission.ORDERS_CANCEL).get(location).statusCode())
                .isEqualTo(404);
        assertThat(OpenShop.as(Permission.ORDERS_READ).get(location).statusCode())
                .isEqualTo(403);
        assertThat(office.get(MANY + "/jobs/0193a1b2-0000-7000-8000-000000000001")
                        .statusCode())
                .isEqualTo(404);
        assertThat(office.post("/graphql", operation("{ manyOrders(id: \"nonsense\") { state } }"))
                        .body())
                .doesNotContain("INTERNAL_ERROR");
        assertThat(status(number)).isEqualTo("pending");
    }

    private JsonNode ended(String location) {
        return await().until(
                        () -> json(office.get(location)),
                        report -> !report.path("finishedAt").isNull());
    }

    private String status(String number) {
        return json(office.get("/api/v1/orders/" + number)).path("status").asString();
    }
}
