package io.agizo.api;

import static org.assertj.core.api.Assertions.assertThat;

import crates.CrateShop;
import io.agizo.OpenShop;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FailedOperationsJourneyTests {

    private final Http http = new Http(CrateShop.port());

    @Test
    void tellNothingOfTheInside() {
        HttpResponse<String> answer = ask("{ ordersSummary { pending } }");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode error = Http.json(answer).at("/errors/0");
        assertThat(error.at("/extensions/classification").asString()).isEqualTo("INTERNAL_ERROR");
        assertThat(error.at("/extensions/problem").asString()).isEqualTo("/problems/internal-error");
        assertThat(error.at("/extensions/id").asString()).isNotEmpty();
        assertThat(error.at("/path/0").asString()).isEqualTo("ordersSummary");
        assertThat(answer.body()).doesNotContain("vault", "IllegalState", "java");
    }

    @Test
    void sayWhenItHelpsToComeBack() {
        JsonNode error = Http.json(ask("{ orders { edges { cursor } } }")).at("/errors/0");

        assertThat(error.at("/extensions/classification").asString()).isEqualTo("OVERLOADED");
        assertThat(error.toString()).doesNotContain("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ __schema { types { name } } }", "{ __type(name: \"Order\") { fields { name } } }"})
    void areQuestionsAboutTheSchemaOutsideOfTheDemo(String introspection) {
        HttpResponse<String> refused = ask(introspection);
        assertThat(Http.json(refused).has("data")).isFalse();
        assertThat(refused.body()).contains("IntrospectionDisabled").doesNotContain("placedBy");

        assertThat(OpenShop.asAnyone().ask(introspection).toString()).contains("name");
    }

    @Test
    void areAnsweredInTheFormThatIsAskedFor() {
        String body = OpenShop.operation("{ product(sku: \"A\") { sku } }");

        assertThat(http.post("/graphql", body).headers().firstValue("Content-Type"))
                .contains("application/json");
        assertThat(http.post("/graphql", body, "Accept", "application/graphql-response+json")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/graphql-response+json");
    }

    private HttpResponse<String> ask(String operation) {
        return http.post("/graphql", OpenShop.operation(operation));
    }
}
