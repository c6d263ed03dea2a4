package io.agizo.api.docs;

import io.agizo.api.docs.Guide.Entry;
import io.agizo.api.docs.Guide.Group;
import io.agizo.api.docs.Guide.Outcome;
import io.agizo.api.docs.Guide.Parameter;
import io.agizo.api.docs.Guide.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the OpenAPI document into the {@link Guide}, so that the page can say nothing else than the document. */
final class GuideReader {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{[^}]+}");
    private static final String UNTAGGED = "Other";

    private final JsonMapper json;
    private final JsonNode api;
    private final String publicUrl;

    /** Reads the description of an API that is reached at the address. */
    GuideReader(JsonMapper json, JsonNode api, String publicUrl) {
        this.json = json;
        this.api = api;
        this.publicUrl = publicUrl;
    }

    Guide read() {
        Map<String, List<Entry>> byTag = new LinkedHashMap<>();
        api.path("paths").properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(path -> {
                    for (String method : METHODS) {
                        JsonNode operation = path.getValue().path(method);
                        if (operation.isObject()) {
                            byTag.computeIfAbsent(operation.at("/tags/0").asString(UNTAGGED), tag -> new ArrayList<>())
                                    .add(entry(method, path.getKey(), operation));
                        }
                    }
                });
        return new Guide(byTag.entrySet().stream()
                .map(group -> new Group(group.getKey(), tagDescription(group.getKey()), group.getValue()))
                .toList());
    }

    private String tagDescription(String tag) {
        return api.path("tags")
                .valueStream()
                .filter(each -> each.path("name").asString("").equals(tag))
                .map(each -> each.path("description").asString(""))
                .findFirst()
                .orElse("");
    }

    private Entry entry(String method, String path, JsonNode operation) {
        return new Entry(
                operation.path("operationId").asString(""),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("summary").asString(method + " " + path),
                prose(operation.path("description").asString("")),
                operation
                        .path("parameters")
                        .valueStream()
                        .map(GuideReader::parameter)
                        .toList(),
                curl(method, path, operation),
                answer(operation),
                outcomes(operation));
    }

    private static Parameter parameter(JsonNode parameter) {
        return new Parameter(
                parameter.path("name").asString(""),
                parameter.path("in").asString(""),
                parameter.path("description").asString(""),
                parameter.path("required").asBoolean(false));
    }

    private static List<Outcome> outcomes(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .filter(response -> Character.isDigit(response.getKey().charAt(0)))
                .map(response -> new Outcome(
                        Integer.parseInt(response.getKey()),
                        response.getValue().path("description").asString("")))
                .sorted((one, other) -> Integer.compare(one.status(), other.status()))
                .toList();
    }

    private String curl(String method, String path, JsonNode operation) {
        StringBuilder curl = new StringBuilder("curl");
        if (!method.equals("get")) {
            curl.append(" -X ").append(method.toUpperCase(Locale.ROOT));
        }
        curl.append(" \"").append(publicUrl).append(example(path)).append('"');
        if (!operation.at("/security/0").isEmpty()) {
            curl.append(" \\\n  -H \"Authorization: Bearer $TOKEN\"");
        }
        operation.at("/requestBody/content").properties().stream().findFirst().ifPresent(body -> {
            curl.append(" \\\n  -H \"Content-Type: ").append(body.getKey()).append('"');
            curl.append(" \\\n  -d '").append(pretty(example(body.getValue()))).append('\'');
        });
        return curl.toString();
    }

    private static String example(String path) {
        return PATH_PARAMETER
                .matcher(path)
                .replaceAll(match ->
                        Samples.word(match.group().substring(1, match.group().length() - 1)));
    }

    private @Nullable String answer(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .flatMap(response -> response.getValue().path("content").properties().stream())
                .map(content -> pretty(example(content.getValue())))
                .findFirst()
                .orElse(null);
    }

    private static JsonNode example(JsonNode body) {
        JsonNode own = body.path("example");
        return own.isMissingNode()
                ? body.path("examples")
                        .valueStream()
                        .map(each -> each.path("value"))
                        .findFirst()
                        .orElse(own)
                : own;
    }

    private String pretty(JsonNode example) {
        return example.isString()
                ? example.asString()
                : json.writerWithDefaultPrettyPrinter().writeValueAsString(example);
    }

    /** Paragraphs, in which what stands between backticks is code. */
    private static List<List<Run>> prose(String text) {
        return Arrays.stream(text.split("\n\n"))
                .filter(paragraph -> !paragraph.isBlank())
                .map(GuideReader::runs)
                .toList();
    }

    private static List<Run> runs(String paragraph) {
        List<Run> runs = new ArrayList<>();
        String[] parts = paragraph.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                runs.add(new Run(parts[i], i % 2 == 1));
            }
        }
        return runs;
    }
}
