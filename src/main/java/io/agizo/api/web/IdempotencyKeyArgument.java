package io.agizo.api.web;

import io.agizo.api.IdempotencyKey;
import io.agizo.identity.Caller;
import io.agizo.shared.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
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

    private static final int LONGEST = 255;
    private static final byte[] SEPARATOR = {0};

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
        String key = keys[0];
        if (keys.length > 1 || key.isEmpty() || key.length() > LONGEST || !isVisible(key)) {
            throw new InvalidInput(
                    "The Idempotency-Key header must be one string of 1 to 255 visible ASCII characters");
        }
        HttpServletRequest request = (HttpServletRequest) web.getNativeRequest();
        return new IdempotencyKey(
                hash(bytes(callerId()), bytes(key)),
                hash(bytes(request.getMethod()), bytes(request.getRequestURI()), JsonBody.of(request)));
    }

    private static boolean isVisible(String key) {
        return key.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    /** What the caller's authentication is named after; anonymous callers share one. */
    private static String callerId() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken
                ? Caller.anyone().id()
                : authentication.getName();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The first 128 bits of SHA-256 over the parts, none of which but the last may hold a NUL. */
    private static UUID hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
                digest.update(SEPARATOR);
            }
            ByteBuffer hash = ByteBuffer.wrap(digest.digest());
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
