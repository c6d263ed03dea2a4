package io.agizo.api;

import static io.agizo.api.RefusedRequestsJourneyTests.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import crates.CrateShop;
import io.agizo.shared.Ids;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

class HostileBodiesJourneyTests {

    private static final int TRIES = 300;

    private final Http http = new Http(CrateShop.port());

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void neverBreakTheShopWhateverTheirFieldsHold(@ForAll("crates") String body) {
        assertTakenOrRefused(send(bytes(body)));
    }

    @Property(tries = TRIES)
    void neverBreakTheShopWhateverTheirBytesAre(@ForAll byte[] bytes, @ForAll("crates") String crate) {
        byte[] damaged = bytes(crate);
        int at = bytes.length == 0 ? 0 : Math.floorMod(Arrays.hashCode(bytes), damaged.length);
        System.arraycopy(bytes, 0, damaged, at, Math.min(bytes.length, damaged.length - at));
        assertTakenOrRefused(send(damaged));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void neverBreakTheShopAsPatches(@ForAll("values") String patch) {
        String crate = "{\"code\": \"patched\", \"lines\": []}";
        http.post("/api/v1/crates", crate);

        assertTakenOrRefused(http.patch("/api/v1/crates/patched", patch));
    }

    @Example
    void areNotReadBeyondTheirBound() {
        byte[] threeMegabytes = new byte[3_000_000];
        Arrays.fill(threeMegabytes, (byte) ' ');
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(threeMegabytes));

        assertProblem(send(threeMegabytes), 413, "too-large");
        assertProblem(
                http.send("POST", "/api/v1/crates", chunked, "Content-Type", "application/json"), 413, "too-large");
        assertProblem(
                http.send("POST", "/api/v1/crates", chunked, "Content-Type", "text/plain"),
                415,
                "unsupported-media-type");
    }

    @Example
    void mayFillTheirBound() {
        byte[] whole = bytes("{\"code\": \"large\", \"lines\": []}" + " ".repeat((1 << 20) - 30));

        assertThat(whole).hasSize(1 << 20);
        assertThat(send(whole).statusCode()).isEqualTo(201);
    }

    @Example
    void mayNotNestWithoutEnd() {
        assertProblem(send(bytes("[".repeat(1_000_000))), 422, "invalid-input");
        assertProblem(send(bytes("{\"note\": " + "[".repeat(1_000_000))), 422, "invalid-input");
        assertProblem(send(bytes("{\"a\":".repeat(100_000))), 400, "malformed-json");
        assertProblem(
                http.patch("/api/v1/crates/none", "{\"a\":".repeat(60) + "1" + "}".repeat(60)), 400, "malformed-json");
    }

    @Example
    void mayNotHoldNumbersOrNamesWithoutEnd() {
        assertProblem(send(bytes("{\"price\": " + "9".repeat(1_000_000) + "}")), 400, "malformed-json");
        assertProblem(send(bytes("{\"" + "a".repeat(1_000_000) + "\": 1}")), 400, "malformed-json");
    }

    @Example
    void areToldOfTheFirstFaultsOnly() {
        String lines = "{\"item\": \"\", \"quantity\": 0},".repeat(199) + "{\"item\": \"\", \"quantity\": 0}";
        HttpResponse<String> response = send(bytes("{\"code\": \"a\", \"lines\": [" + lines + "]}"));

        assertProblem(response, 422, "invalid-input");
        assertThat(Http.json(response).get("errors")).hasSize(100);
    }

    @Example
    void mustBeUtf8() {
        byte[] latin = "{\"code\": \"caf\u00e9\", \"lines\": []}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] surrogate = bytes("{\"code\": \"xxx\", \"lines\": []}");
        System.arraycopy(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, 0, surrogate, 10, 3);

        assertProblem(send(latin), 400, "malformed-json");
        assertProblem(send(surrogate), 400, "malformed-json");
    }

    /** A crate in which any field may be missing, doubled, unknown or of any value. */
    @Provide
    Arbitrary<String> crates() {
        Arbitrary<String> name = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.of("note", "price", "packed", "sealed", "lines", "code")),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(20)));
        Arbitrary<String> field = Combinators.combine(name, values())
                .as((key, value) -> Http.JSON.writeValueAsString(safe(key)) + ": " + value);
        return field.list()
                .ofMaxSize(5)
                .map(fields -> "{\"code\": \"%s\", %s\"lines\": []}"
                        .formatted(Ids.next(), fields.isEmpty() ? "" : String.join(", ", fields) + ", "));
    }

    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> leaf = Arbitraries.oneOf(
                Arbitraries.of(
                        "null",
                        "true",
                        "0",
                        "-1",
                        "1e400",
                        "1e-400",
                        "1E+2147483647",
                        "-0.0",
                        "123456789012345678901",
                        "\"\\u0000\"",
                        "\"\\ud83d\"",
                        "\"\\ude00\\ud83d\"",
                        "\"2026-13-45T99:99:99Z\"",
                        "\"1e999999999\"",
                        "\"\"",
                        "\" \"",
                        "[]",
                        "{}",
                        "NaN",
                        "'a'",
                        "\"\t\"",
                        "\"=1+1\"",
                        "9".repeat(101)),
                Arbitraries.strings().ofMaxLength(300).map(text -> Http.JSON.writeValueAsString(safe(text))),
                Arbitraries.bigDecimals().map(Object::toString));
        return Arbitraries.recursive(
                () -> leaf,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(items -> "[" + String.join(",", items) + "]"),
                        Combinators.combine(Arbitraries.of("item", "quantity", "note", "lines", "sealed", "x"), inner)
                                .as("{\"%s\": %s}"::formatted)),
                0,
                4);
    }

    /** Text that the test's own JSON writer takes; what it does not take stands above as escapes. */
    private static String safe(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(byte[] body) {
        return http.send(
                "POST", "/api/v1/crates", BodyPublishers.ofByteArray(body), "Content-Type", "application/json");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertTakenOrRefused(HttpResponse<String> response) {
        int status = response.statusCode();
        assertThat(status).as(response.body()).isBetween(200, 499);
        if (status >= 400) {
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(Http.json(response).get("status").asInt()).isEqualTo(status);
        }
    }
}
