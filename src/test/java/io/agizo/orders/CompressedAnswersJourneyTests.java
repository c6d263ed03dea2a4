package io.agizo.orders;

import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to programs that ask for compression, and to those that do not. */
class CompressedAnswersJourneyTests {

    private final OpenShop office = OpenShop.as();
    private final String order = "/api/v1/orders/"
            + json(office.post("/api/v1/orders", "{\"lines\":[" + bags(40) + "]}"))
                    .path("number")
                    .asString();

    private static String bags(int lines) {
        return IntStream.range(0, lines)
                .mapToObj(i -> "{\"item\":\"Bag number %d\",\"amount\":\"5\",\"quantity\":1}".formatted(i))
                .collect(Collectors.joining(","));
    }

    @Test
    void areTheSameBytesForWhoDoesNotAsk() {
        HttpResponse<byte[]> plain = get(order, "gzip;q=0");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plain.headers().firstValue("ETag").orElseThrow()).doesNotContain("gzip");
        assertThat(plain.body()).hasSizeGreaterThan(2_048);
    }

    @Test
    void keepTheirEntityTagsUsable() throws IOException {
        HttpResponse<byte[]> plain = get(order, "identity");
        HttpResponse<byte[]> packed = get(order, "br, gzip");
        String tag = packed.headers().firstValue("ETag").orElseThrow();

        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.headers().firstValue("Vary").orElseThrow()).contains("Accept-Encoding");
        assertThat(packed.body()).hasSizeLessThan(plain.body().length / 3);
        assertThat(unpacked(packed)).isEqualTo(new String(plain.body(), StandardCharsets.UTF_8));
        assertThat(tag)
                .as("a tag of its own")
                .isNotEqualTo(plain.headers().firstValue("ETag").orElseThrow());
        HttpResponse<byte[]> known = get(order, "gzip", "If-None-Match", tag);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(get(
                                order,
                                "gzip",
                                "If-None-Match",
                                plain.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .as("whoever has it uncompressed")
                .isEqualTo(304);
        assertThat(office.with("If-Match", tag)
                        .patch(order, "{\"note\":\"Call first\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(office.with("If-Match", tag)
                        .patch(order, "{\"note\":\"Too late\"}")
                        .statusCode())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/orders?limit=50", "/api/v1/openapi.json"})
    void areListsToo(String path) {
        assertThat(get(path, "gzip").headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(get(path, "identity").headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void areTables() {
        assertThat(get("/api/v1/orders", "gzip", "Accept", "text/csv").headers().firstValue("Content-Encoding"))
                .hasValue("gzip");
    }

    private HttpResponse<byte[]> get(String path, String encodings, String... headers) {
        return office.with("Accept-Encoding", encodings).with(headers).bytes(path);
    }

    private static String unpacked(HttpResponse<byte[]> packed) throws IOException {
        return new String(
                new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes(), StandardCharsets.UTF_8);
    }
}
