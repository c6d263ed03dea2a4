package io.agizo.api.graphql.web;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.agizo.api.json.CleanText;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps short what is said about a faulty operation, since the library repeats what was sent. */
final class BoundedErrors {

    /** Someone who wrote a thousand wrong fields is helped by the first ones. */
    private static final int MOST = 20;

    private BoundedErrors() {}

    /** The response as the specification has it. */
    static Map<String, Object> of(ExecutionResult result) {
        Map<String, Object> response = new LinkedHashMap<>(result.toSpecification());
        if (!result.getErrors().isEmpty()) {
            response.put(
                    "errors",
                    result.getErrors().stream()
                            .limit(MOST)
                            .map(BoundedErrors::bounded)
                            .toList());
        }
        return response;
    }

    private static Map<String, Object> bounded(GraphQLError error) {
        Map<String, Object> shown = new LinkedHashMap<>(error.toSpecification());
        shown.put("message", CleanText.of(error.getMessage()));
        return shown;
    }
}
