package io.agizo.live.stream;

import java.util.Optional;

/** Somebody with an open page; asked again every few seconds what they may still hear. */
public interface Audience {

    /** Who it is, for the limit that one may not hold all streams. */
    String name();

    /** Nothing once they may not listen any more, which ends their stream. */
    Optional<Hearing> hearing();
}
