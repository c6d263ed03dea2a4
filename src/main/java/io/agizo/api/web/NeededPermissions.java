package io.agizo.api.web;

import io.agizo.api.Needs;
import io.agizo.identity.Caller;
import io.agizo.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses whoever lacks what an operation {@link Needs} before it begins, and so before it is looked up what they were
 * answered while they had it.
 */
final class NeededPermissions implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Needs needs = method.getMethodAnnotation(Needs.class);
            if (needs != null) {
                Caller caller = SignedIn.callerOf(request);
                Arrays.stream(needs.value()).forEach(caller::must);
            }
        }
        return true;
    }
}
