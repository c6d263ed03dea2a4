package io.agizo.api.web;

import io.agizo.api.Needs;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses whoever lacks what an operation {@link Needs} before it begins, and so before it is looked up what they were
 * answered while they had it.
 */
final class NeededPermissions implements HandlerInterceptor {

    /** By operation, and looked for once: the search goes through all that a method has and inherits. */
    private final Map<Method, Needed> needed = new ConcurrentHashMap<>();

    private record Needed(List<Permission> all, boolean oneOf) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Needed permissions = needed.computeIfAbsent(method.getMethod(), operation -> neededBy(method));
            if (!permissions.all().isEmpty()) {
                Caller caller = SignedIn.callerOf(request);
                if (!permissions.oneOf() || permissions.all().stream().noneMatch(caller::may)) {
                    permissions.all().forEach(caller::must);
                }
            }
        }
        return true;
    }

    private static Needed neededBy(HandlerMethod method) {
        Needs needs = method.getMethodAnnotation(Needs.class);
        return needs == null ? new Needed(List.of(), false) : new Needed(List.of(needs.value()), needs.oneOf());
    }
}
