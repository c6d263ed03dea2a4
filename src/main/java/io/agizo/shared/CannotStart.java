package io.agizo.shared;

import org.jspecify.annotations.Nullable;

/** Why the process cannot run as it is set up, and what its operator can do about it. */
public final class CannotStart extends RuntimeException {

    private final String remedy;

    public CannotStart(String reason, String remedy) {
        this(reason, remedy, null);
    }

    public CannotStart(String reason, String remedy, @Nullable Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
