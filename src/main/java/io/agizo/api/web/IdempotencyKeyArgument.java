package io.agizo.api.web;

import io.agizo.api.IdempotencyKey;
import io.agizo.identity.Caller;
import io.agizo.shared.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the {@code Idempotency-Key} header; null where the caller sent none. */
final class IdempotencyKeyArgument implements HandlerMethodArgumentResolver {

    static final String HEADER = "Idempotency-Key";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IdempotencyKey.class;
    }

    @Override
    public @Nullable IdempotencyKey resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer view,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        String[] keys = web.getHeaderValues(HEADER);
        if (keys == null) {
            return null;
        }
        HttpServletRequest request = (HttpServletRequest) web.getNativeRequest();
        String action = request.getMethod() + " " + request.getRequestURI();
        return (keys.length > 1
                        ? Optional.<IdempotencyKey>empty()
                        : IdempotencyKey.of(callerId(), keys[0], action, JsonBody.of(request)))
                .orElseThrow(() -> new InvalidInput("The Idempotency-Key header " + IdempotencyKey.RULE));
    }

    /** What the caller's authentication is named after; anonymous callers share one. */
    private static String callerId() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken
                ? Caller.anyone().id()
                : authentication.getName();
    }
}
