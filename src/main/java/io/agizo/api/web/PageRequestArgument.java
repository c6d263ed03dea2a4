package io.agizo.api.web;

import io.agizo.api.Cursor;
import io.agizo.api.PageRequest;
import io.agizo.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code ?limit=} and {@code ?cursor=} into a {@link PageRequest}. */
final class PageRequestArgument implements HandlerMethodArgumentResolver {

    private static final String RULE = "must be a whole number from 1 to " + PageRequest.MOST;
    private static final int MOST_DIGITS = 3;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public PageRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer view,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String cursor = request.getParameter("cursor");
        return new PageRequest(limit(request.getParameter("limit")), cursor == null ? null : Cursor.read(cursor));
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return PageRequest.USUAL;
        }
        boolean digits = text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int limit = digits && !text.isEmpty() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > PageRequest.MOST) {
            throw new InvalidInput("/limit", RULE);
        }
        return limit;
    }
}
