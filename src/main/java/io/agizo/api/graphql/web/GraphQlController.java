package io.agizo.api.graphql.web;

import io.agizo.api.Answer;
import io.agizo.api.Answers;
import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import io.agizo.api.json.JsonFaults;
import io.agizo.identity.Caller;
import io.agizo.identity.SignedIn;
import io.agizo.shared.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * GraphQL over HTTP: one operation in, one answer out. It is read as strictly as any other body, and it is answered on
 * the thread that asks, for a query in parallel parts would take several connections to the database at once.
 */
@RestController
class GraphQlController {

    private static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

    private final GraphQlOperations operations;
    private final Answers answers;
    private final JsonMapper json;

    GraphQlController(GraphQlOperations operations, Answers answers, JsonMapper json) {
        this.operations = operations;
        this.answers = answers;
        this.json = json;
    }

    /** A request as the GraphQL over HTTP specification writes it; extensions are accepted, and there are none. */
    record Operation(
            @Nullable String query,
            @Nullable String operationName,
            @Nullable Map<String, @Nullable Object> variables,
            @Nullable Map<String, @Nullable Object> extensions) {}

    /** 200 once the operation has run, whatever became of its fields; 400 if it was not begun. */
    @PostMapping(path = "/graphql", consumes = MediaType.APPLICATION_JSON_VALUE)
    Answer execute(
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @RequestBody JsonNode body) {
        if (body.isArray()) {
            return answers.problem(Problem.of(
                    ProblemType.BAD_REQUEST, "Send one operation in a request; lists of them are not taken."));
        }
        Operation operation = read(body);
        if (operation.query() == null || operation.query().isBlank()) {
            throw new InvalidInput("/query", "must be the text of an operation");
        }
        Caller caller = request.getUserPrincipal() instanceof SignedIn signedIn ? signedIn.caller() : Caller.anyone();
        Map<String, Object> result = operations.execute(
                caller,
                operation.query(),
                operation.operationName(),
                Objects.requireNonNullElse(operation.variables(), Map.of()));
        String type = accept != null && accept.contains(GRAPHQL_RESPONSE)
                ? GRAPHQL_RESPONSE
                : MediaType.APPLICATION_JSON_VALUE;
        return new Answer(result.containsKey("data") ? 200 : 400, type, null, null, json.writeValueAsString(result));
    }

    private Operation read(JsonNode body) {
        if (!body.isObject()) {
            throw new InvalidInput("must be an object with the text of an operation as its query");
        }
        try {
            return json.treeToValue(body, Operation.class);
        } catch (JacksonException e) {
            throw JsonFaults.of(e).orElseThrow(() -> e);
        }
    }
}
