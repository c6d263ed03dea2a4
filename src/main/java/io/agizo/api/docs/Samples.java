package io.agizo.api.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives each body that has no example of its own one that is made from its schema, so that it is never out of date. */
@Component
@Lazy
@Order(1)
class Samples implements GlobalOpenApiCustomizer {

    /** What the trade's words stand for, wherever they turn up. */
    private static final Map<String, Object> WORDS = Map.ofEntries(
            Map.entry("code", "C-001"),
            Map.entry("customer", "C-001"),
            Map.entry("name", "Amina Otieno"),
            Map.entry("phone", "+254711000001"),
            Map.entry("to", "+254711000001"),
            Map.entry("email", "amina@example.com"),
            Map.entry("locale", "en"),
            Map.entry("sku", "TEA-500"),
            Map.entry("item", "Kericho tea 500 g"),
            Map.entry("category", "Groceries"),
            Map.entry("quantity", 2),
            Map.entry("price", "450.00"),
            Map.entry("amount", "450.00"),
            Map.entry("total", "900.00"),
            Map.entry("currency", "KES"),
            Map.entry("number", "A7K2-9QX"),
            Map.entry("order", "A7K2-9QX"),
            Map.entry("lineNumber", 1),
            Map.entry("fulfilled", 0),
            Map.entry("reason", "Sold out for today"),
            Map.entry("note", "Please call on arrival"),
            Map.entry("placedBy", "demo-api"),
            Map.entry("by", "demo-api"),
            Map.entry("reference", "WEB-10248"),
            Map.entry("deleted", false),
            Map.entry("nextCursor", "MjAyNi0xMS0yMlQwOTowMDowMFo"));

    private static final String TIME = "2026-11-22T09:00:00Z";
    private static final String ID = "019aab5e-1f00-7000-8000-000000000001";
    private static final int DEEPEST = 6;

    /** What may stand for a word, such as in a path. */
    static String word(String name) {
        return WORDS.getOrDefault(name, ID).toString();
    }

    @Override
    public void customise(OpenAPI api) {
        List<MediaType> bodies = api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(Samples::bodies)
                .filter(body -> body.getSchema() != null)
                .toList();
        bodies.forEach(Samples::keepText);
        bodies.forEach(body -> keep(body, api));
        bodies.stream()
                .filter(body -> body.getExample() == null && body.getExamples() == null)
                .forEach(body -> body.setExample(sample("", body.getSchema(), api, 0)));
        ProblemDocs.keepUsed(api);
    }

    /** A line of newline-delimited JSON is text, although it can be read as an object. */
    private static void keepText(MediaType body) {
        Schema<?> schema = body.getSchema();
        Set<String> types = schema.getTypes();
        if (types != null
                && types.contains("string")
                && body.getExample() != null
                && !(body.getExample() instanceof String)) {
            body.setExample(body.getExample().toString());
        }
    }

    private static Stream<MediaType> bodies(Operation operation) {
        Stream<Content> sent = operation.getRequestBody() == null
                ? Stream.empty()
                : Stream.of(operation.getRequestBody().getContent());
        Stream<Content> answered = SuccessDocs.of(operation.getResponses()).stream()
                .map(ApiResponse::getContent)
                .filter(Objects::nonNull);
        return Stream.concat(sent, answered).flatMap(content -> content.values().stream());
    }

    /** An example given by hand for one operation serves wherever else its schema turns up. */
    private static void keep(MediaType body, OpenAPI api) {
        if (body.getExample() != null && body.getSchema().get$ref() != null) {
            followed(body.getSchema(), api).setExample(body.getExample());
        }
    }

    private static @Nullable Object sample(String name, Schema<?> schema, OpenAPI api, int depth) {
        Schema<?> model = followed(schema, api);
        if (model.getExample() != null) {
            return model.getExample();
        }
        if (model.getAnyOf() != null || model.getOneOf() != null) {
            var choices = model.getAnyOf() == null ? model.getOneOf() : model.getAnyOf();
            return sample(name, choices.getFirst(), api, depth);
        }
        if (model.getProperties() != null && depth < DEEPEST) {
            return object(model, api, depth);
        }
        if (model.getItems() != null && depth < DEEPEST) {
            List<@Nullable Object> items = new ArrayList<>();
            items.add(sample(name, model.getItems(), api, depth + 1));
            return items;
        }
        if (model.getEnum() != null) {
            return model.getEnum().getFirst();
        }
        return WORDS.containsKey(name) ? WORDS.get(name) : plain(model);
    }

    private static Map<String, @Nullable Object> object(Schema<?> model, OpenAPI api, int depth) {
        Map<String, @Nullable Object> sample = new LinkedHashMap<>();
        model.getProperties()
                .forEach((property, schema) -> sample.put(property, sample(property, schema, api, depth + 1)));
        return sample;
    }

    private static Schema<?> followed(Schema<?> schema, OpenAPI api) {
        String reference = schema.get$ref();
        if (reference == null) {
            return schema;
        }
        Schema<?> model = api.getComponents().getSchemas().get(reference.substring(reference.lastIndexOf('/') + 1));
        return model == null ? schema : model;
    }

    private static Object plain(Schema<?> schema) {
        String format = Objects.requireNonNullElse(schema.getFormat(), "");
        List<String> types = schema.getTypes() == null
                ? List.of(Objects.requireNonNullElse(schema.getType(), "object"))
                : List.copyOf(schema.getTypes());
        if (types.contains("string")) {
            return switch (format) {
                case "date-time" -> TIME;
                case "uuid" -> ID;
                default -> "text";
            };
        }
        if (types.contains("boolean")) {
            return true;
        }
        return types.contains("integer") || types.contains("number") ? 1 : Map.of();
    }
}
