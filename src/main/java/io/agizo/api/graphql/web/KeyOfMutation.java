package io.agizo.api.graphql.web;

import graphql.schema.DataFetchingEnvironment;
import io.agizo.api.IdempotencyKey;
import io.agizo.shared.InvalidInput;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the argument {@code idempotencyKey}; null where there is none. The same mutation with the same other arguments is
 * the same request, whether they are written out or given as variables, and whatever fields are asked for.
 */
@Component
class KeyOfMutation implements HandlerMethodArgumentResolver {

    private static final String ARGUMENT = "idempotencyKey";

    private final JsonMapper canonical = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IdempotencyKey.class;
    }

    @Override
    public @Nullable IdempotencyKey resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
        TreeMap<String, Object> others = new TreeMap<>(environment.getArguments());
        if (!(others.remove(ARGUMENT) instanceof String key)) {
            return null;
        }
        String action = "mutation " + environment.getFieldDefinition().getName();
        return IdempotencyKey.of(
                        CallerOfOperation.of(environment).id(), key, action, canonical.writeValueAsBytes(others))
                .orElseThrow(() -> new InvalidInput("/" + ARGUMENT, IdempotencyKey.RULE));
    }
}
