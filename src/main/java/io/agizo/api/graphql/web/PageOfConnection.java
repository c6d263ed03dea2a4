package io.agizo.api.graphql.web;

import graphql.schema.DataFetchingEnvironment;
import io.agizo.api.Cursor;
import io.agizo.api.PageRequest;
import io.agizo.shared.InvalidInput;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/** Reads the arguments {@code first} and {@code after} into a {@link PageRequest}. */
@Component
class PageOfConnection implements HandlerMethodArgumentResolver {

    static final String FIRST = "first";
    private static final String AFTER = "after";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public PageRequest resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
        Integer first = environment.getArgument(FIRST);
        String after = environment.getArgument(AFTER);
        int limit = first == null ? PageRequest.USUAL : first;
        if (limit < 1 || limit > PageRequest.MOST) {
            throw new InvalidInput("/first", "must be a whole number from 1 to " + PageRequest.MOST);
        }
        return new PageRequest(limit, after == null ? null : Cursor.read(after));
    }
}
