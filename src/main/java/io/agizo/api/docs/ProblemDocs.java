package io.agizo.api.docs;

import io.agizo.api.ProblemType;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Describes problem documents once, and lets each operation point at those it may answer with. */
final class ProblemDocs {

    private static final String SCHEMA = "Problem";
    private static final String MEDIA_TYPE = "application/problem+json";

    private ProblemDocs() {}

    static Components addTo(Components components) {
        components.addSchemas(SCHEMA, schema());
        for (ProblemType type : ProblemType.values()) {
            components.addExamples(
                    type.slug(),
                    new Example()
                            .summary(type.title())
                            .description(type.remedy())
                            .value(example(type)));
        }
        return components;
    }

    /** Adds a response for each status, with an example for each type of that status. */
    static void add(ApiResponses responses, Collection<ProblemType> types) {
        types.stream()
                .distinct()
                .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()))
                .forEach((status, same) -> responses.addApiResponse(status.toString(), response(status, same)));
    }

    /** Drops the examples that no operation points at. */
    static void keepUsed(OpenAPI api) {
        Set<String> used = new HashSet<>();
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(operation -> operation.getResponses().values().stream())
                .map(ApiResponse::getContent)
                .filter(content -> content != null && content.containsKey(MEDIA_TYPE))
                .forEach(content ->
                        used.addAll(content.get(MEDIA_TYPE).getExamples().keySet()));
        api.getComponents().getExamples().keySet().retainAll(used);
    }

    private static ApiResponse response(int status, List<ProblemType> types) {
        Map<String, Example> examples = new LinkedHashMap<>();
        types.forEach(type -> examples.put(type.slug(), new Example().$ref(type.slug())));
        ApiResponse response = new ApiResponse()
                .description(types.stream().map(ProblemType::title).collect(Collectors.joining("; or: ")))
                .content(new Content()
                        .addMediaType(
                                MEDIA_TYPE,
                                new MediaType()
                                        .schema(new Schema<>().$ref(SCHEMA))
                                        .examples(examples)));
        switch (status) {
            case 401 -> response.addHeaderObject("WWW-Authenticate", header("How to sign in", new StringSchema()));
            case 429, 503 ->
                response.addHeaderObject(
                        "Retry-After", header("Seconds to wait before the next try", new IntegerSchema()));
            default -> {}
        }
        return response;
    }

    static Header header(String description, Schema<?> schema) {
        return new Header().description(description).schema(schema);
    }

    private static Schema<?> schema() {
        Schema<?> problem = new ObjectSchema()
                .description("What is wrong, as RFC 9457 has it. Some types add members of their own.")
                .addProperty(
                        "type", new StringSchema().description("The kind of problem, and the page that explains it"))
                .addProperty("title", new StringSchema().description("The kind of problem in words"))
                .addProperty("status", new IntegerSchema().description("The status of the answer"))
                .addProperty("detail", new StringSchema().description("What is wrong this time"))
                .addProperty("instance", new StringSchema().description("The path that was asked for"))
                .addProperty("errors", new ArraySchema().items(fault()).description("Where the input is at fault"));
        problem.setRequired(List.of("type", "title", "status", "detail"));
        return problem;
    }

    private static Schema<?> fault() {
        Schema<?> fault = new ObjectSchema()
                .addProperty(
                        "pointer",
                        new StringSchema().description("JSON pointer into the input, or /name of a parameter"))
                .addProperty("message", new StringSchema().description("What to send instead"));
        fault.setRequired(List.of("pointer", "message"));
        return fault;
    }

    private static Map<String, Object> example(ProblemType type) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", type.path());
        example.put("title", type.title());
        example.put("status", type.status());
        example.put("detail", type.meaning());
        if (type == ProblemType.INVALID_INPUT) {
            example.put("errors", List.of(Map.of("pointer", "/lines/0/quantity", "message", "must be at least 1")));
        }
        return example;
    }
}
