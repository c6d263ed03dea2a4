package io.agizo.identity;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** Carries the caller of a browser's session, as known at this very request, to where it is asked for. */
public final class CallerOfSession {

    private static final String ATTRIBUTE = CallerOfSession.class.getName();

    private CallerOfSession() {}

    public static void put(ServletRequest request, Caller caller) {
        request.setAttribute(ATTRIBUTE, caller);
    }

    public static @Nullable Caller of(ServletRequest request) {
        return (Caller) request.getAttribute(ATTRIBUTE);
    }
}
