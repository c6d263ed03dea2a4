package io.agizo.api;

import static org.assertj.core.api.Assertions.assertThat;

import crates.CrateShop;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RefusedRequestsJourneyTests {

    private static final String CRATES = "/api/v1/crates";

    private final Http http = new Http(CrateShop.port());

    @Test
    void pointsAtEveryFaultOfABodyAtOnce() {
        HttpResponse<String> response = http.post(CRATES, """
                {"code": "", "lines": [{"item": "tea", "quantity": 1}, {"item": "", "quantity": 0}]}""");

        assertProblem(response, 422, "invalid-input");
        assertThat(pointers(response)).containsExactlyInAnyOrder("/code", "/lines/1/item", "/lines/1/quantity");
        assertThat(Http.json(response).get("instance").asString()).isEqualTo(CRATES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"code": 5, "lines": []}                                         | /code
            {"code": true, "lines": []}                                      | /code
            {"code": ["a"], "lines": []}                                     | /code
            {"code": "a", "lines": {}}                                       | /lines
            {"code": "a", "lines": ["tea"]}                                  | /lines/0
            {"code": "a", "lines": [null, {"item": "t", "quantity": "2"}]}   | /lines/1/quantity
            {"code": "a", "lines": [{"item": "t", "quantity": 2.0}]}         | /lines/0/quantity
            {"code": "a", "lines": [{"item": "t", "quantity": null}]}        | /lines/0/quantity
            {"code": "a", "lines": [{"item": "t", "quantity": 99999999999}]} | /lines/0/quantity
            {"code": "a", "lines": [{"item": "t", "quantity": 2, "x": 1}]}   | /lines/0/x
            {"code": "a", "lines": [], "a/b~c": 1}                           | /a~1b~0c
            {"code": "a", "lines": [], "sealed": "yes"}                      | /sealed
            {"code": "a", "lines": [], "sealed": 1}                          | /sealed
            {"code": "a", "lines": [], "packed": 1764000000}                 | /packed
            {"code": "a", "lines": [], "packed": "yesterday"}                | /packed
            {"code": "a", "lines": [], "packed": "+999999999-01-01T00:00:00Z"} | /packed
            {"code": "a", "lines": [], "price": "1e999999999"}               | /price
            {"code": "a", "lines": [], "price": 1e999999999}                 | /price
            {"code": "a", "lines": [], "price": 1e-999999999}                | /price
            {"code": "a", "lines": [], "price": "٣"}                         | /price
            {"code": "a", "lines": [], "price": true}                        | /price
            {"code": "a", "lines": [], "price": "NaN"}                       | /price
            {"code": "a", "lines": [], "price": -1}                          | /price
            {"code": "a", "lines": [], "price": 1.005}                       | /price
            {"code": "a\\u0000", "lines": []}                                | /code
            {"code": "\\ud800", "lines": []}                                 | /code
            {"code": "a", "lines": [], "note": "\\udc00\\ud800"}             | /note
            []                                                               | ``
            "crate"                                                          | ``
            null                                                             | ``
            """)
    void pointsAtWhatCannotBeBound(String body, String pointer) {
        HttpResponse<String> response = http.post(CRATES, body);

        assertProblem(response, 422, "invalid-input");
        assertThat(pointers(response)).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {
            {"code": "a", "code": "b", "lines": []}
            {"code": "a", "lines": []} {}
            {"code": "a", "lines": []} x
            {'code': 'a'}
            {"price": 01}
            {"price": NaN}
            {"code": "a", "lines": [], "\\ud800": 1}
            ``
            """)
    void refusesWhatIsNoJsonDocument(String body) {
        assertProblem(http.post(CRATES, body == null ? "" : body), 400, "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=a&q=b", "q=a&q=a", "q&q", "q=a&limit=1&%71=b"})
    void refusesAnAddressThatNamesAParameterTwice(String query) {
        assertProblem(http.get(CRATES + "/none?" + query), 400, "bad-request");
    }

    @Test
    void takesAnAmountAsANumberOrAString() {
        assertThat(http.post(CRATES, "{\"code\": \"number\", \"lines\": [], \"price\": 1e2}")
                        .body())
                .contains("\"price\":\"100.00\"");
        assertThat(http.post(CRATES, "{\"code\": \"string\", \"lines\": [], \"price\": \"100.5\"}")
                        .body())
                .contains("\"price\":\"100.50\"");
    }

    @Test
    void showsNullsAndInstantsAsTheContractDoes() {
        String body = """
                {"code": "shown", "lines": [], "packed": "2026-11-22T12:00:00+03:00"}""";

        assertThat(http.post(CRATES, body).body()).isEqualTo("""
                {"code":"shown","note":null,"price":"0.00","packed":"2026-11-22T09:00:00Z","sealed":false,"lines":[]}""");
    }

    @Test
    void saysWhichMethodsThereAre() {
        HttpResponse<String> response = http.send("DELETE", CRATES, BodyPublishers.noBody());

        assertProblem(response, 405, "method-not-allowed");
        assertThat(response.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET", "POST"));
    }

    @Test
    void saysThatNothingIsThere() {
        HttpResponse<String> missing = http.get(CRATES + "/none");
        assertProblem(missing, 404, "not-found");
        assertThat(missing.headers().firstValue("X-Content-Type-Options"))
                .as("headers that were set on the way in")
                .hasValue("nosniff");
        assertProblem(http.get("/api/v1/nowhere"), 404, "not-found");
        assertProblem(http.get("/error"), 404, "not-found");
    }

    @Test
    void answersInProblemJsonWhateverWasAskedFor() {
        http.post(CRATES, "{\"code\": \"asked-for\", \"lines\": []}");
        assertProblem(http.get(CRATES + "/asked-for", "Accept", "image/png"), 406, "not-acceptable");
        assertProblem(http.get(CRATES + "/asked-for", "Accept", "rubbish"), 406, "not-acceptable");
        assertProblem(http.get(CRATES + "/none", "Accept", "application/xml"), 404, "not-found");
    }

    @Test
    void takesJsonOnly() {
        for (String type : List.of("text/plain", "application/xml", "rubbish", "application/json;charset=klingon")) {
            HttpResponse<String> response =
                    http.send("POST", CRATES, BodyPublishers.ofString("{}"), "Content-Type", type);
            assertProblem(response, 415, "unsupported-media-type");
        }
        assertProblem(http.send("POST", CRATES, BodyPublishers.ofString("{}")), 415, "unsupported-media-type");
    }

    @Test
    void tellsNothingOfItsInsidesWhenItBreaks() {
        HttpResponse<String> response = http.get(CRATES + "/broken");

        assertProblem(response, 500, "internal-error");
        assertThat(response.body()).doesNotContainIgnoringCase("select").doesNotContain("Exception");
        assertThat(Http.json(response).get("id").asString()).isNotEmpty();
    }

    @Test
    void asksToComeBackWhenTheDatabaseIsOutOfReach() {
        HttpResponse<String> response = http.get(CRATES + "/busy");

        assertProblem(response, 503, "overloaded");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(response.body()).doesNotContain("10.0.0.1");
    }

    @Test
    void pointsAtAQueryParameter() {
        HttpResponse<String> response = http.get(CRATES + "?packedAfter=yesterday");

        assertProblem(response, 422, "invalid-input");
        assertThat(pointers(response)).containsExactly("/packedAfter");
    }

    static void assertProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = Http.json(response);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/" + type);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
    }

    private static List<String> pointers(HttpResponse<String> response) {
        return Http.json(response)
                .get("errors")
                .valueStream()
                .map(error -> error.get("pointer").asString())
                .toList();
    }
}
