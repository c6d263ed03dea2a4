package io.agizo.api.graphql;

import static io.agizo.OpenShop.json;
import static io.agizo.OpenShop.operation;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Ends what hangs; no measure of speed: a busy machine needs seconds for a refusal, and what is refused would take hours. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostileOperationsJourneyTests {

    private static final String ALL_OF_A_PAGE = """
            edges { cursor node { number status lines { item total product { sku name price stock { available } } }
              timeline { at by event detail } messages { at to status } customer { code name phone } } }
            """;

    private final OpenShop stranger = OpenShop.asAnyone();
    private final OpenShop office = OpenShop.as();

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("a thousand aliases", repeated(1_000, "a%d: product(sku: \"A\") { sku }"), "5,000"),
                Arguments.of("four hundred aliases", repeated(400, "a%d: product(sku: \"A\") { sku }"), "60000"),
                Arguments.of("a hundred aliases", repeated(100, "a%d: product(sku: \"A\") { sku }"), "60000"),
                Arguments.of("a field a thousand times", repeated(1_000, "product(sku: \"A%d\") { sku }"), "5,000"),
                Arguments.of(
                        "ten full pages", repeated(10, "a%d: orders(first: 200) { " + ALL_OF_A_PAGE + " }"), "60000"),
                Arguments.of(
                        "fragments in a circle",
                        "{ product(sku: \"A\") { ...A } } fragment A on Product { ...B } fragment B on Product { ...A }",
                        "contains itself"),
                Arguments.of("fragments that double", doubling(40), "60000"),
                Arguments.of("a long chain of fragments", chain(400), "nests more than"),
                Arguments.of("deep nesting", "{ a ".repeat(60) + "}".repeat(60), "nests more than"),
                Arguments.of("deeper nesting", "{ a ".repeat(2_000) + "}".repeat(2_000), "more than"),
                Arguments.of("nested lists", "{ product(sku: " + "[".repeat(5_000) + ") { sku } }", "more than"),
                Arguments.of("many tokens", "{ " + "a ".repeat(6_000) + "}", "5,000"),
                Arguments.of("much white space", "{ product(sku: \"A\") { sku } }" + " \n".repeat(12_000), "20,000"),
                Arguments.of("a megabyte", "{ product(sku: \"" + "a".repeat(1_000_000) + "\") { sku } }", "32,768"),
                Arguments.of("a megabyte of comment", "#" + "a".repeat(1_000_000) + "\n{ product { sku } }", "32,768"),
                Arguments.of(
                        "a thousand directives",
                        "{ product(sku: \"A\") " + "@a ".repeat(1_000) + "{ sku } }",
                        "UnknownDirective"),
                Arguments.of("a long name", "{ " + "a".repeat(30_000) + " }", "FieldUndefined"),
                Arguments.of(
                        "a thousand wrong fields",
                        "{ product(sku: \"A\") { " + "wrong ".repeat(1_000) + "} }",
                        "FieldUndefined"),
                Arguments.of(
                        "an endless number",
                        "{ products(first: " + "9".repeat(30_000) + ") { edges { cursor } } }",
                        ""),
                Arguments.of("no document", "nonsense", "Invalid"),
                Arguments.of("a subscription", "subscription { product(sku: \"A\") { sku } }", ""),
                Arguments.of("fields that do not fit together", conflicting(300), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void areRefusedInBoundedTimeWithAShortAnswer(String name, String document, String reason) {
        HttpResponse<String> answer = office.post("/graphql", operation(document));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).has("data")).isFalse();
        assertThat(json(answer).at("/errors/0/message").asString()).containsIgnoringCase(reason);
        assertThat(json(answer).path("errors").size()).isLessThanOrEqualTo(20);
        assertThat(answer.body()).hasSizeLessThan(20_000).doesNotContain("graphql.", "io.agizo", "java.");
    }

    @Test
    void mayTakeAWholePageOfEverything() {
        assertThat(office.ask("{ orders(first: 200) { " + ALL_OF_A_PAGE + " pageInfo { endCursor } } }")
                        .has("orders"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"query\":\"{ ordersSummary { pending } }\"}] | 400 | bad-request",
                "[] | 400 | bad-request",
                "{\"query\": | 400 | malformed-json",
                "{} | 422 | invalid-input",
                "{\"query\":\"\"} | 422 | invalid-input",
                "{\"query\":1} | 422 | invalid-input",
                "{\"query\":\"{ a }\",\"variables\":[]} | 422 | invalid-input",
                "{\"query\":\"{ a }\",\"quarry\":\"{ a }\"} | 422 | invalid-input",
                "null | 422 | invalid-input",
                "7 | 422 | invalid-input"
            })
    void areNoOperationsAtAll(String body, int status, String problem) {
        HttpResponse<String> answer = stranger.post("/graphql", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("type").asString()).isEqualTo("/problems/" + problem);
    }

    @Test
    void comeByPostAndAsJsonOnly() {
        HttpResponse<String> get = stranger.get("/graphql?query=%7Bproducts%7Bedges%7Bcursor%7D%7D%7D");
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).contains("POST");
        HttpResponse<String> form = stranger.send("/graphql", "application/x-www-form-urlencoded", "query=%7Ba%7D");
        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(json(form).path("type").asString()).isEqualTo("/problems/unsupported-media-type");
        assertThat(stranger.post("/graphql", operation("{ a }") + " ".repeat(1 << 20))
                        .statusCode())
                .isEqualTo(413);
        assertThat(stranger.with("Authorization", "Bearer nonsense")
                        .post("/graphql", operation("{ products { edges { cursor } } }"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void areBoundedInTheirVariablesToo() {
        String document =
                "mutation ($input: NewOrderInput!) { placeOrder(input: $input) { __typename ... on InvalidInput { errors { pointer } } } }";
        List<Map<String, Object>> lines = Collections.nCopies(30_000, Map.of("sku", "A", "quantity", 1));

        HttpResponse<String> many = office.post("/graphql", operation(document, "input", Map.of("lines", lines)));
        assertThat(json(many).at("/data/placeOrder/errors/0/pointer").asString())
                .isEqualTo("/lines");

        HttpResponse<String> wrong = office.post(
                "/graphql", operation(document, "input", Map.of("lines", Collections.nCopies(30_000, "x".repeat(10)))));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).hasSizeLessThan(20_000);

        Object nested = "x";
        for (int i = 0; i < 100; i++) {
            nested = List.of(nested);
        }
        Object deep = nested;
        HttpResponse<String> nesting = office.post("/graphql", operation(document, "input", deep));
        assertThat(nesting.statusCode()).isEqualTo(400);

        Map<String, Object> thousands = new HashMap<>();
        IntStream.range(0, 20_000).forEach(i -> thousands.put("v" + i, i));
        HttpResponse<String> unused = office.post("/graphql", operation(document, "input", thousands));
        assertThat(unused.statusCode()).isEqualTo(400);
        assertThat(unused.body()).hasSizeLessThan(20_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "products(first: 0) { edges { cursor } }",
                "products(first: 201) { edges { cursor } }",
                "products(after: \"!\") { edges { cursor } }",
                "products(after: \"AAAA\") { edges { cursor } }",
                "products(q: \"a\\u0000b\") { edges { cursor } }",
                "products(category: \"\\u0000\") { edges { cursor } }",
                "orders(customer: \"a b\") { edges { cursor } }",
                "messages(order: \"nonsense\") { edges { cursor } }",
            })
    void areToldWhichArgumentIsNotValid(String field) {
        HttpResponse<String> answer = office.post("/graphql", operation("{ " + field + " }"));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode error = json(answer).at("/errors/0");
        assertThat(error.at("/extensions/classification").asString())
                .as(answer.body())
                .isEqualTo("BAD_REQUEST");
        assertThat(error.at("/extensions/problem").asString()).isEqualTo("/problems/invalid-input");
        assertThat(error.at("/extensions/errors/0/pointer").asString()).startsWith("/");
    }

    @Test
    void mayNotHoldTextThatNoDatabaseKeeps() {
        String written =
                "mutation { placeOrder(input: { lines: [{ item: \"Bag\", amount: 5 }], note: \"a\\u0000b\" }) { __typename } }";
        String given =
                "mutation ($note: String) { placeOrder(input: { lines: [{ item: \"Bag\", amount: 5 }], note: $note }) { __typename } }";

        assertThat(json(office.post("/graphql", operation(written)))
                        .at("/errors/0/extensions/errors/0/pointer")
                        .asString())
                .isEqualTo("/input/note");
        assertThat(json(office.post("/graphql", operation(given, "note", "a\u0000b")))
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/variables/note");
    }

    @Test
    void mayNotHoldAmountsWithoutEnd() {
        for (String amount :
                List.of("1e999999999", "\"1e999999999\"", "9".repeat(1_000), "-1", "\"x\"", "true", "[1]")) {
            HttpResponse<String> answer = office.post(
                    "/graphql",
                    operation("mutation { placeOrder(input: { lines: [{ item: \"Bag\", amount: " + amount
                            + " }] }) { __typename } }"));
            assertThat(answer.body()).as(amount).containsAnyOf("ValidationError", "InvalidInput", "InvalidSyntax");
        }
    }

    private static String repeated(int times, String field) {
        return IntStream.range(0, times).mapToObj(field::formatted).collect(Collectors.joining(" ", "{ ", " }"));
    }

    private static String doubling(int fragments) {
        return "{ products { edges { node { ...F0 } } } } "
                + IntStream.range(0, fragments)
                        .mapToObj(i -> "fragment F%d on Product { sku ...F%d ...F%d } ".formatted(i, i + 1, i + 1))
                        .collect(Collectors.joining())
                + "fragment F%d on Product { sku }".formatted(fragments);
    }

    private static String chain(int fragments) {
        return "{ ...F0 } "
                + IntStream.range(0, fragments)
                        .mapToObj(i -> "fragment F%d on Query { a { ...F%d } } ".formatted(i, i + 1))
                        .collect(Collectors.joining())
                + "fragment F%d on Query { a }".formatted(fragments);
    }

    private static String conflicting(int fields) {
        return "{ product(sku: \"A\") { "
                + IntStream.range(0, fields)
                        .mapToObj(i -> "a: %s ".formatted(i % 2 == 0 ? "sku" : "name"))
                        .collect(Collectors.joining())
                + "} }";
    }
}
