package io.agizo.live.stream;

import java.util.Optional;

/** Somebody with an open page; asked again every few seconds what they may still hear. */
public interface Audience {

    /** Who it is, for the limit that one may not hold all streams. */
    String name();

    /** Where a stranger listens, of whom nobody knows more; nothing for people who have signed in. */
    default Optional<String> network() {
        return Optional.empty();
    }

    /** Nothing once they may not listen any more, which ends their stream. */
    Optional<Hearing> hearing();
}
