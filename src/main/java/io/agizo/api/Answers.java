package io.agizo.api;

import io.agizo.api.json.CleanText;
import io.agizo.shared.InvalidInput.Fault;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes whole answers, on any thread, and puts them on the wire. */
@Component
public final class Answers {

    /** How one signs in, for every 401; who knows more of why adds it. */
    public static final String CHALLENGE = "Bearer realm=\"agizo\"";

    /** Where a problem waits for whoever shows it, as an attribute of the request. */
    public static final String TOLD = Answers.class.getName() + ".told";

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    /** Someone who sent ten thousand wrong lines is helped by the first ones, not by an answer larger than the request. */
    private static final int MOST_ERRORS = 100;

    private final JsonMapper json;

    Answers(JsonMapper json) {
        this.json = json;
    }

    /** 201 with the representation, its entity tag and where it is from now on. */
    public Answer created(Versioned body, String location) {
        return versioned(201, body, location);
    }

    /** 200 with the representation as it is after the request, and its entity tag. */
    public Answer changed(Versioned body) {
        return versioned(200, body, null);
    }

    private Answer versioned(int status, Versioned body, @Nullable String location) {
        byte[] bytes = json.writeValueAsBytes(body);
        String tag = EntityTag.of(body.version(), bytes);
        return new Answer(status, JSON, location, tag, new String(bytes, StandardCharsets.UTF_8));
    }

    /** 201 with something that is never read again on its own and so has no entity tag. */
    public Answer added(Object body, String location) {
        return new Answer(201, JSON, location, null, json.writeValueAsString(body));
    }

    /** 202 with what is told of something that goes on. */
    public Answer accepted(Object body) {
        return new Answer(202, JSON, null, null, json.writeValueAsString(body));
    }

    /** The problem document; {@code instance} joins it on the wire, where the request's path is known. */
    public Answer problem(Problem problem) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", problem.type());
        document.put("title", problem.title());
        document.put("status", problem.status());
        document.put("detail", CleanText.of(problem.detail()));
        if (!problem.errors().isEmpty()) {
            document.put(
                    "errors",
                    problem.errors().stream()
                            .limit(MOST_ERRORS)
                            .map(Answers::clean)
                            .toList());
        }
        document.putAll(problem.members());
        String body = json.writeValueAsString(document);
        return new Answer(problem.status(), PROBLEM, null, null, body, problem.retryAfterSeconds(), false);
    }

    /** The text as it stands in answers. */
    String quoted(String text) {
        return json.writeValueAsString(text);
    }

    /** Refuses, in a filter, what people may have sent as well as programs: those are shown a page. */
    public void tell(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(TOLD, problem);
        response.sendError(problem.status());
    }

    /** Writes the answer whole; headers that were set before stay. */
    public void write(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        if (answer.status() == ProblemType.UNAUTHENTICATED.status()
                && !response.containsHeader(HttpHeaders.WWW_AUTHENTICATE)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        response.setContentType(answer.contentType());
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.etag() != null) {
            response.setHeader(HttpHeaders.ETAG, answer.etag());
        }
        if (answer.retryAfterSeconds() != null) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, answer.retryAfterSeconds().toString());
        }
        if (answer.replayed()) {
            response.setHeader("Idempotency-Replayed", "true");
        }
        String body = answer.contentType().equals(PROBLEM) ? withInstance(answer.body(), request) : answer.body();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** A repeat under an idempotency key comes to the same path, so this keeps a kept answer the same to the byte. */
    private String withInstance(String document, HttpServletRequest request) {
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
        String instance = json.writeValueAsString(CleanText.of(path));
        return document.substring(0, document.length() - 1) + ",\"instance\":" + instance + "}";
    }

    private static Fault clean(Fault fault) {
        return new Fault(CleanText.of(fault.pointer()), CleanText.of(fault.message()));
    }
}
