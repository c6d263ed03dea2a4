package io.agizo.api.graphql.web;

import graphql.schema.DataFetchingEnvironment;
import io.agizo.identity.Caller;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/** Gives a data fetcher that takes a {@link Caller} the one who sent the operation. */
@Component
class CallerOfOperation implements HandlerMethodArgumentResolver {

    /** The name of the context's value, for {@code @ContextValue} where many are loaded at once. */
    static final String NAME = "caller";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
        return of(environment);
    }

    static Caller of(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getGraphQlContext().get(NAME));
    }
}
