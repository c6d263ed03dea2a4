package io.agizo;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What the API says of itself in OpenAPI, held against each answer that a journey sees. */
final class ApiContract {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    /** Made by the first shop of a JVM that is asked: they all describe themselves alike. */
    private static volatile @Nullable ApiContract contract;

    private final JsonNode api;
    private final JsonNode components;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    ApiContract(JsonNode api) {
        this.api = api;
        this.components = api.path("components").deepCopy();
        components.path("schemas").forEach(ApiContract::close);
    }

    /** Takes a schema at its word: what it does not name is not there. Problems may have members of their own. */
    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.path("properties").has("instance")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }

    /** Fails unless the description knows such an answer to the request; answers beside the API are not looked at. */
    static void check(HttpResponse<String> answer, Description of) {
        String path = answer.request().uri().getPath();
        if (path.startsWith("/api/v1/") && !path.equals("/api/v1/openapi.json")) {
            ApiContract known = contract;
            if (known == null) {
                known = new ApiContract(JSON.readTree(of.read()));
                contract = known;
            }
            known.check(answer);
        }
    }

    /** Where the description is read if nobody has yet. */
    interface Description {

        String read();
    }

    void check(HttpResponse<String> answer) {
        String method = answer.request().method();
        String path = answer.request().uri().getPath();
        Optional<String> template = template(path);
        JsonNode operation = template.map(found -> api.path("paths").path(found).path(method.toLowerCase()))
                .orElse(MissingNode.getInstance());
        if (operation.isMissingNode()) {
            return;
        }
        String name = method + " " + path + " " + answer.statusCode();
        JsonNode response = operation.path("responses").path(String.valueOf(answer.statusCode()));
        assertThat(response.isObject()).as(name + " is described").isTrue();
        if (!answer.body().isEmpty()) {
            String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
            JsonNode content = response.path("content").path(type);
            assertThat(content.isObject())
                    .as(name + " as " + type + " is described")
                    .isTrue();
            if (type.endsWith("json")) {
                Schema schema = schemas.computeIfAbsent(
                        method + template + answer.statusCode() + type, key -> schema(content.path("schema")));
                assertThat(schema.validate(JSON.readTree(answer.body())))
                        .as(name)
                        .isEmpty();
            }
        }
    }

    /** The description's own path is preferred to one with a variable in its place. */
    private Optional<String> template(String path) {
        return api.path("paths").propertyNames().stream()
                .filter(template -> Pattern.matches(VARIABLE.matcher(template).replaceAll("[^/]+"), path))
                .min((one, other) -> Integer.compare(variables(one), variables(other)));
    }

    private static int variables(String template) {
        return (int) VARIABLE.matcher(template).results().count();
    }

    private Schema schema(JsonNode schema) {
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        whole.set("components", components);
        return SchemaRegistry.withDialect(Dialects.getOpenApi31()).getSchema(whole);
    }
}
