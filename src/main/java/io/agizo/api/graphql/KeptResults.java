package io.agizo.api.graphql;

import io.agizo.api.Answer;
import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a mutation's result as the answer that is kept under an idempotency key, and reads it again. */
@Component
public final class KeptResults {

    private static final String CONTENT_TYPE = "application/json";

    /** Writes records whole, with what REST does not show of them: a repeat may ask for other fields than the first did. */
    private final JsonMapper whole =
            JsonMapper.builder().disable(MapperFeature.USE_ANNOTATIONS).build();

    public Answer answer(MutationResult result) {
        String body = whole.writeValueAsString(Map.of(result.getClass().getSimpleName(), result));
        return new Answer(200, CONTENT_TYPE, null, null, body);
    }

    /** The result that was kept: of the type, one of its own if it is sealed, or a common refusal. */
    public MutationResult read(Answer answer, Class<? extends MutationResult> expected) {
        JsonNode body = whole.readTree(answer.body());
        if (!answer.contentType().equals(CONTENT_TYPE)) {
            ProblemType type = ProblemType.ofPath(body.path("type").asString()).orElse(ProblemType.CONFLICT);
            return CommonRefusal.of(Problem.of(type, body.path("detail").asString()));
        }
        String name = body.propertyNames().iterator().next();
        Class<? extends MutationResult> type = Stream.of(expected, CommonRefusal.class)
                .flatMap(KeptResults::records)
                .filter(each -> each.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No mutation here comes to " + name));
        return whole.treeToValue(body.path(name), type);
    }

    private static Stream<Class<? extends MutationResult>> records(Class<? extends MutationResult> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .map(permitted -> permitted.asSubclass(MutationResult.class))
                : Stream.of(type);
    }
}
