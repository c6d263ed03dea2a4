package io.agizo.api;

import static io.agizo.api.RefusedRequestsJourneyTests.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import crates.CrateShop;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingJourneyTests {

    private static final Pattern LINK = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private final Http http = new Http(CrateShop.port());

    @BeforeEach
    void crates() {
        for (String code : List.of("paged-1", "paged-2", "paged-3", "paged-4", "paged-5")) {
            http.post("/api/v1/crates", "{\"code\": \"%s\", \"lines\": []}".formatted(code));
        }
    }

    @Test
    void leadsFromPageToPageByItsLinks() {
        List<String> codes = new ArrayList<>();
        Optional<String> next = Optional.of("/api/v1/crates?limit=2&packedAfter=2026-01-01T00:00:00Z");
        while (next.isPresent()) {
            HttpResponse<String> page = http.get(next.get());
            Http.json(page)
                    .get("items")
                    .forEach(item -> codes.add(item.get("code").asString()));
            next = page.headers().firstValue("Link").map(PagingJourneyTests::target);
            assertThat(Http.json(page).get("nextCursor").isNull()).isEqualTo(next.isEmpty());
            next.ifPresent(link ->
                    assertThat(link).startsWith("/api/v1/crates?limit=2&packedAfter=2026-01-01T00:00:00Z&cursor="));
        }

        assertThat(codes)
                .contains("paged-1", "paged-2", "paged-3", "paged-4", "paged-5")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "many", "", "1.5", "99999999999999", "٢"})
    void refusesALimitOutOfBounds(String limit) {
        HttpResponse<String> response = http.get(
                "/api/v1/crates?limit=" + java.net.URLEncoder.encode(limit, java.nio.charset.StandardCharsets.UTF_8));

        assertProblem(response, 422, "invalid-input");
        assertThat(Http.json(response).at("/errors/0/pointer").asString()).isEqualTo("/limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!!", "AA", "%25", "AAAAA"})
    void refusesACursorThatNoListHandedOut(String cursor) {
        HttpResponse<String> response = http.get("/api/v1/crates?cursor=" + cursor);

        assertProblem(response, 422, "invalid-input");
        assertThat(Http.json(response).at("/errors/0/pointer").asString()).isEqualTo("/cursor");
    }

    private static String target(String link) {
        Matcher matcher = LINK.matcher(link);
        assertThat(matcher.matches()).as(link).isTrue();
        return matcher.group(1);
    }
}
