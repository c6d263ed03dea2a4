package io.agizo.shared;

/** Nothing of that name is there, or not for this caller. */
public final class NotFound extends RuntimeException {

    public NotFound(String message) {
        super(message, null, false, false);
    }
}
