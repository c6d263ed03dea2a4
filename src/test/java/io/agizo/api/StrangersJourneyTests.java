package io.agizo.api;

import static io.agizo.api.RefusedRequestsJourneyTests.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import crates.CrateShop;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrangersJourneyTests {

    private static final String[] FROM_A_STRANGER = {"X-Forwarded-For", "203.0.113.7"};

    private final Http http = new Http(CrateShop.port());

    @Test
    void areToldHowMuchIsLeftAndThenToWait() {
        HttpResponse<String> first = http.get("/api/v1/crates", FROM_A_STRANGER);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"public\";q=30;w=60");
        assertThat(first.headers().firstValue("RateLimit"))
                .hasValueSatisfying(left -> assertThat(left).matches("\"public\";r=29;t=[0-9]+"));

        HttpResponse<String> refused = first;
        for (int i = 0; refused.statusCode() == 200 && i < 100; i++) {
            refused = http.get("/api/v1/crates", FROM_A_STRANGER);
        }

        assertProblem(refused, 429, "too-many-requests");
        assertThat(refused.headers().firstValue("Retry-After"))
                .hasValueSatisfying(seconds -> assertThat(seconds).matches("[1-9][0-9]?"));
        String basic = Base64.getEncoder().encodeToString("amina:amina".getBytes(StandardCharsets.UTF_8));
        assertThat(http.get("/api/v1/crates", "X-Forwarded-For", "203.0.113.7", "Authorization", "Basic " + basic)
                        .statusCode())
                .as("whoever signs in")
                .isEqualTo(200);
    }

    @Test
    void checkOutLessOftenThanTheyLook() {
        String[] neighbour = {"X-Forwarded-For", "203.0.113.8"};
        for (int i = 0; i < 3; i++) {
            assertThat(http.post("/api/v1/carts/a-cart/checkout", "{}", neighbour)
                            .statusCode())
                    .isEqualTo(404);
        }

        HttpResponse<String> refused = http.post("/api/v1/carts/a-cart/checkout", "{}", neighbour);

        assertProblem(refused, 429, "too-many-requests");
        assertThat(refused.headers().allValues("RateLimit-Policy"))
                .containsExactly("\"public\";q=30;w=60", "\"checkout\";q=3;w=60");
        assertThat(http.get("/api/v1/crates", neighbour).statusCode()).isEqualTo(200);
    }

    @Test
    void haveALimitThatProgramsHaveOnlyIfTheShopSetsOne() {
        String basic = Base64.getEncoder().encodeToString("amina:amina".getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> answer = http.get("/api/v1/crates", "Authorization", "Basic " + basic);

        assertThat(answer.headers().allValues("RateLimit-Policy")).containsExactly("\"client\";q=5000;w=60");
    }

    @Test
    void haveAnotherLimitOnceTheySignIn() {
        String basic =
                Base64.getEncoder().encodeToString((CrateShop.PERSON + ":person").getBytes(StandardCharsets.UTF_8));
        String[] signedIn = {"Authorization", "Basic " + basic};

        HttpResponse<String> first = http.get("/api/v1/crates", signedIn);
        assertThat(first.headers().allValues("RateLimit-Policy")).containsExactly("\"account\";q=2;w=60");
        assertThat(http.get("/api/v1/crates", signedIn).statusCode()).isEqualTo(200);

        assertProblem(http.get("/api/v1/crates", signedIn), 429, "too-many-requests");
    }

    @Test
    void areCountedOnThisComputerButNeverRefused() {
        for (int i = 0; i < 31; i++) {
            assertThat(http.get("/api/v1/crates").statusCode()).isEqualTo(200);
        }
        assertThat(http.get("/api/v1/crates").headers().firstValue("RateLimit"))
                .hasValueSatisfying(left -> assertThat(left).startsWith("\"public\";r=0;"));
    }

    @Test
    void cannotPassAsOthersByWhatTheySendThemselves() {
        HttpResponse<String> refused = null;
        for (int i = 0; i < 31; i++) {
            refused = http.get("/api/v1/crates", "X-Forwarded-For", "198.51.100." + i + ", 203.0.113.9");
        }
        assertProblem(refused, 429, "too-many-requests");

        for (int i = 0; i < 31; i++) {
            refused = http.get("/api/v1/crates", "X-Forwarded-For", "198.51.100." + i + ", 10.0.0.1");
        }
        assertProblem(refused, 429, "too-many-requests");
    }

    @Test
    void areNotTakenForTheOwnMachineWhereTheProxyCannotSayWhoTheyAre() {
        HttpResponse<String> refused = null;
        for (int i = 0; i < 31; i++) {
            refused = http.get("/api/v1/crates", "Forwarded", "for=198.51.100." + i, "X-Forwarded-For", "203.0.113.10");
        }

        assertProblem(refused, 429, "too-many-requests");
    }

    @Test
    void areKnownByForwardedToo() {
        HttpResponse<String> answer = http.get("/api/v1/crates", "Forwarded", "for=\"[2001:db8::1]:4711\";proto=https");

        assertThat(answer.headers().firstValue("RateLimit"))
                .hasValueSatisfying(left -> assertThat(left).startsWith("\"public\";r=29;"));
    }

    @Test
    void countEachFieldOfAnOperationAsARequest() {
        String[] stranger = {"X-Forwarded-For", "203.0.113.30"};
        String twenty = IntStream.range(0, 20)
                .mapToObj(i -> "a" + i + ": ordersSummary { pending }")
                .collect(Collectors.joining(" ", "{\"query\":\"{ ", " }\"}"));
        assertThat(http.post("/graphql", twenty, stranger).statusCode()).isEqualTo(200);

        HttpResponse<String> refused = http.post("/graphql", twenty, stranger);

        assertProblem(refused, 429, "too-many-requests");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }
}
