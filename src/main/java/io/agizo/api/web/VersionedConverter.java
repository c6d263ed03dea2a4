package io.agizo.api.web;

import io.agizo.api.EntityTag;
import io.agizo.api.Versioned;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@link Versioned} resources with their entity tag, or 304 to a reader who has the same bytes already. */
final class VersionedConverter extends AbstractHttpMessageConverter<Versioned> {

    /** Read again each time, cheaply: nobody else's cache keeps it, and the reader's own asks first. */
    private static final CacheControl EACH_TIME = CacheControl.noCache().cachePrivate();

    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private final JsonMapper json;

    VersionedConverter(JsonMapper json) {
        super(MediaType.APPLICATION_JSON);
        this.json = json;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Versioned.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Versioned readInternal(Class<? extends Versioned> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("Resources are only written", input);
    }

    @Override
    protected void writeInternal(Versioned resource, HttpOutputMessage output) throws IOException {
        byte[] body = json.writeValueAsBytes(resource);
        String tag = EntityTag.of(resource.version(), body);
        output.getHeaders().setETag(tag);
        output.getHeaders().setCacheControl(EACH_TIME);
        if (output instanceof ServletServerHttpResponse response && isKnown(tag)) {
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            response.getHeaders().remove("Content-Type");
            response.flush();
            return;
        }
        output.getHeaders().setContentLength(body.length);
        output.getBody().write(body);
    }

    private static boolean isKnown(String tag) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current)) {
            return false;
        }
        HttpServletRequest request = current.getRequest();
        String known = String.join(",", Collections.list(request.getHeaders("If-None-Match")));
        return SAFE.contains(request.getMethod()) && EntityTag.named(known, tag);
    }
}
