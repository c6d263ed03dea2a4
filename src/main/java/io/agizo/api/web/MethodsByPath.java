package io.agizo.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/** Finds a request's method as Spring does, but passes quickly over paths that begin otherwise, which nearly all do. */
final class MethodsByPath extends RequestMappingHandlerMapping {

    private final Map<RequestMappingInfo, String> beginnings = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo mapping, HttpServletRequest request) {
        String path = ServletRequestPathUtils.getParsedRequestPath(request)
                .pathWithinApplication()
                .value();
        boolean spelledOut = path.indexOf('%') < 0;
        if (spelledOut && !path.startsWith(beginnings.computeIfAbsent(mapping, MethodsByPath::beginning))) {
            return null;
        }
        return super.getMatchingMapping(mapping, request);
    }

    /** What each path of the mapping begins with, without a last slash: {@code /docs/**} is {@code /docs} too. */
    private static String beginning(RequestMappingInfo mapping) {
        Set<PathPattern> patterns = mapping.getPathPatternsCondition() == null
                ? Set.of()
                : mapping.getPathPatternsCondition().getPatterns();
        if (patterns.size() != 1) {
            return "";
        }
        String fixed = patterns.iterator().next().getPatternString().split("[{*?]", 2)[0];
        return fixed.endsWith("/") ? fixed.substring(0, fixed.length() - 1) : fixed;
    }
}
