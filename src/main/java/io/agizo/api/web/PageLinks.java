package io.agizo.api.web;

import io.agizo.api.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Adds to each page of a list the link to the next one: a path without a host, so that no forged Host gets into it. */
@RestControllerAdvice
final class PageLinks implements ResponseBodyAdvice<Object> {

    private static final String CURSOR = "cursor=";

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType mediaType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Page<?> page
                && page.nextCursor() != null
                && request instanceof ServletServerHttpRequest servlet) {
            response.getHeaders().add(HttpHeaders.LINK, next(servlet.getServletRequest(), page.nextCursor()));
        }
        return body;
    }

    private static String next(HttpServletRequest request, String cursor) {
        String query = request.getQueryString();
        String others = Stream.concat(
                        query == null
                                ? Stream.empty()
                                : Arrays.stream(query.split("&"))
                                        .filter(part -> !part.isEmpty() && !part.startsWith(CURSOR)),
                        Stream.of(CURSOR + cursor))
                .collect(Collectors.joining("&"));
        return "<" + request.getRequestURI() + "?" + others + ">; rel=\"next\"";
    }
}
