package io.agizo.api;

import static io.agizo.api.RefusedRequestsJourneyTests.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import crates.CrateShop;
import io.agizo.shared.Ids;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsJourneyTests {

    private final Http http = new Http(CrateShop.port());
    private String crate;
    private String tag;

    @BeforeEach
    void aCrate() {
        HttpResponse<String> created = http.post(
                "/api/v1/crates", "{\"code\": \"%s\", \"lines\": [], \"note\": \"dry\"}".formatted(Ids.next()));
        assertThat(created.statusCode()).isEqualTo(201);
        crate = created.headers().firstValue("Location").orElseThrow();
        tag = created.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void tagsWhatWasCreatedAsItIsReadLater() {
        HttpResponse<String> read = http.get(crate);

        assertThat(read.headers().firstValue("ETag")).hasValue(tag);
        assertThat(read.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(read.headers().firstValue("Cache-Control")).hasValue("no-cache, private");
        assertThat(tag).matches("\"1-[0-9a-f]{16}\"");
    }

    @Test
    void spareReadersWhatTheyHave() {
        for (String known : new String[] {tag, "*", "W/" + tag, "\"other\", " + tag, "\"a,b\" ,W/" + tag}) {
            HttpResponse<String> read = http.get(crate, "If-None-Match", known);
            assertThat(read.statusCode()).as(known).isEqualTo(304);
            assertThat(read.body()).isEmpty();
            assertThat(read.headers().firstValue("ETag")).hasValue(tag);
        }
        HttpResponse<String> split = http.get(crate, "If-None-Match", "\"a\"", "If-None-Match", tag);
        assertThat(split.statusCode()).isEqualTo(304);
        HttpResponse<String> head = http.send("HEAD", crate, BodyPublishers.noBody(), "If-None-Match", tag);
        assertThat(head.statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1-0000000000000000\"", "rubbish", "\"", "1", ",", "\"a\" \"b\""})
    void sendTheRestToEveryoneElse(String known) {
        assertThat(http.get(crate, "If-None-Match", known).statusCode()).isEqualTo(200);
    }

    @Test
    void changesWhatIsStillAsItWasRead() {
        HttpResponse<String> changed = http.patch(crate, "{\"note\": \"wet\"}", "If-Match", tag);

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(Http.json(changed).get("note").asString()).isEqualTo("wet");
        assertThat(changed.headers().firstValue("ETag").orElseThrow()).startsWith("\"2-");
        assertProblem(http.patch(crate, "{\"note\": \"dry\"}", "If-Match", tag), 412, "stale");
    }

    @Test
    void comparesTheVersionAlone() {
        assertThat(http.patch(crate, "{}", "If-Match", "\"1-0123456789abcdef\"").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"1-0123456789abcdef\", \"other\"", "\"0-0123456789abcdef\",\"1-0123456789abcdef\""})
    void takesAnyVersionOrOneOfMany(String match) {
        assertThat(http.patch(crate, "{}", "If-Match", match).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "W/\"1-0123456789abcdef\"", "\"99999999999-0123456789abcdef\"", "\"\""})
    void refusesTagsThatNothingHas(String match) {
        assertProblem(http.patch(crate, "{}", "If-Match", match), 412, "stale");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "rubbish", "\"", "\"a\" \"b\"", ","})
    void refusesAHeaderThatIsNoListOfTags(String match) {
        assertProblem(http.patch(crate, "{}", "If-Match", match), 400, "bad-request");
    }

    @Test
    void patchesInBothMediaTypes() {
        HttpResponse<String> merged = http.send(
                "PATCH",
                crate,
                BodyPublishers.ofString("{\"note\": null, \"lines\": [{\"item\": \"tea\", \"quantity\": 2}]}"),
                "Content-Type",
                "application/merge-patch+json");

        assertThat(merged.statusCode()).isEqualTo(200);
        assertThat(Http.json(merged).get("note").isNull()).isTrue();
        assertThat(http.get(crate).body()).contains("\"lines\":[{\"item\":\"tea\",\"quantity\":2}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\": \"other\"}",
                "{\"bogus\": null}",
                "{\"sealed\": null}",
                "{\"lines\": null}",
                "[]",
                "null",
                "{\"lines\": [{\"item\": \"\", \"quantity\": 1}]}",
                "{\"note\": \"\\u0000\"}"
            })
    void refusesAPatchUnderTheRulesOfABody(String patch) {
        assertProblem(http.patch(crate, patch), 422, "invalid-input");
        assertThat(http.get(crate).headers().firstValue("ETag")).hasValue(tag);
    }
}
