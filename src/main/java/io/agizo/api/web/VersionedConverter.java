package io.agizo.api.web;

import io.agizo.api.EntityTag;
import io.agizo.api.Versioned;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.tomcat.util.http.parser.AcceptEncoding;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
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

/**
 * Writes {@link Versioned} resources with their entity tag, compressed for a reader who asks for it, or 304 to one who has the
 * same bytes already. Tomcat compresses nothing that has a strong tag, since it cannot give the other bytes another one.
 */
final class VersionedConverter extends AbstractHttpMessageConverter<Versioned> {

    /** Read again each time, cheaply: nobody else's cache keeps it, and the reader's own asks first. */
    private static final CacheControl EACH_TIME = CacheControl.noCache().cachePrivate();

    /** A shorter body is sent in one packet or two, compressed or not. */
    private static final int WORTH_COMPRESSING = 2_048;

    private static final String GZIP = "gzip";
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
        String plainTag = EntityTag.of(resource.version(), body);
        String tag = plainTag;
        if (body.length >= WORTH_COMPRESSING) {
            output.getHeaders().setVary(List.of(HttpHeaders.ACCEPT_ENCODING));
            if (takesGzip()) {
                tag = EntityTag.compressed(plainTag);
                body = gzip(body);
                output.getHeaders().set(HttpHeaders.CONTENT_ENCODING, GZIP);
            }
        }
        output.getHeaders().setETag(tag);
        output.getHeaders().setCacheControl(EACH_TIME);
        if (output instanceof ServletServerHttpResponse response && (isKnown(tag) || isKnown(plainTag))) {
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
            response.getHeaders().remove(HttpHeaders.CONTENT_ENCODING);
            response.flush();
            return;
        }
        output.getHeaders().setContentLength(body.length);
        output.getBody().write(body);
    }

    private static boolean isKnown(String tag) {
        HttpServletRequest request = request();
        return request != null
                && SAFE.contains(request.getMethod())
                && EntityTag.named(header(request, HttpHeaders.IF_NONE_MATCH), tag);
    }

    private static boolean takesGzip() throws IOException {
        HttpServletRequest request = request();
        return request != null
                && AcceptEncoding.parse(new StringReader(header(request, HttpHeaders.ACCEPT_ENCODING))).stream()
                        .anyMatch(taken -> taken.getEncoding().equalsIgnoreCase(GZIP) && taken.getQuality() > 0);
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(body);
        }
        return compressed.toByteArray();
    }

    private static String header(HttpServletRequest request, String name) {
        return String.join(",", Collections.list(request.getHeaders(name)));
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? current.getRequest()
                : null;
    }
}
