package io.agizo.shared;

/** The request is well formed but does not fit the present state, such as a code that is taken. */
public final class Conflict extends RuntimeException {

    private final String type;

    /** A conflict of a type, the stable name of its problem such as {@code duplicate-code}. */
    public Conflict(String type, String message) {
        super(message, null, false, false);
        this.type = type;
    }

    public String type() {
        return type;
    }
}
