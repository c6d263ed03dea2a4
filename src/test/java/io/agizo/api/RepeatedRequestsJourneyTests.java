package io.agizo.api;

import static io.agizo.api.RefusedRequestsJourneyTests.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import crates.CrateShop;
import io.agizo.Together;
import io.agizo.shared.Ids;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepeatedRequestsJourneyTests {

    private static final String REPLAYED = "Idempotency-Replayed";

    private final Http http = new Http(CrateShop.port());
    private final String key = Ids.next().toString();

    @Test
    void getTheFirstAnswerToTheByte() {
        String body = crate();
        HttpResponse<String> first = create(body, key);
        HttpResponse<String> second = create(body, key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue(REPLAYED)).isEmpty();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue(REPLAYED)).hasValue("true");
        assertThat(second.body()).isEqualTo(first.body());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(second.headers().firstValue(header))
                    .isEqualTo(first.headers().firstValue(header));
        }
    }

    @Test
    void areRefusedWithAnotherBody() {
        create(crate(), key);

        assertProblem(create(crate(), key), 422, "idempotency-key-reused");
    }

    @Test
    void getAConflictAgainAlthoughItIsOver() {
        String taken = crate();
        create(taken, Ids.next().toString());
        HttpResponse<String> first = create(taken, key);
        HttpResponse<String> second = create(taken, key);

        assertProblem(first, 409, "duplicate-code");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue(REPLAYED)).hasValue("true");
    }

    @Test
    void belongToTheirCaller() {
        String body = crate();
        HttpResponse<String> amina = create(body, key, "Authorization", basic("amina"));
        HttpResponse<String> otieno = create(body, key, "Authorization", basic("otieno"));

        assertThat(amina.statusCode()).isEqualTo(201);
        assertThat(otieno.headers().firstValue(REPLAYED)).isEmpty();
        assertProblem(otieno, 409, "duplicate-code");
    }

    @Test
    void makeOneThingHoweverManyComeAtOnce() {
        String body = crate();

        List<HttpResponse<String>> answers = Together.run(50, () -> create(body, key));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 409));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .allSatisfy(answer -> assertProblem(answer, 409, "idempotency-key-in-flight"));
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(HttpResponse::body)
                        .distinct())
                .hasSize(1);
        assertThat(create(body, key).statusCode()).isEqualTo(201);
    }

    static Stream<String> badKeys() {
        return Stream.of("", " ", "two words", "x".repeat(256), "tab\tbed");
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void needAKeyThatOneCanSee(String bad) {
        assertProblem(create(crate(), bad), 422, "invalid-input");
    }

    @Test
    void takeAKeyOfEveryVisibleCharacter() {
        StringBuilder longest = new StringBuilder(key);
        while (longest.length() < 255) {
            longest.append((char) ('!' + longest.length() % ('~' - '!' + 1)));
        }

        assertThat(create(crate(), longest.toString()).statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> create(String body, String key, String... headers) {
        String[] all = Stream.concat(Stream.of("Idempotency-Key", key), Stream.of(headers))
                .toArray(String[]::new);
        return http.post("/api/v1/crates", body, all);
    }

    private static String crate() {
        return "{\"code\": \"%s\", \"lines\": []}".formatted(Ids.next());
    }

    private static String basic(String name) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + name).getBytes(StandardCharsets.UTF_8));
    }
}
