package io.agizo.live.stream;

import java.util.Optional;

/** Somebody with an open page; asked again every few seconds what they may still hear. */
public interface Audience {

    /** Who it is, for the limit that one may not hold all streams. */
    String name();

    /** How many streams it may hold. */
    default int mostStreams() {
        return LiveHub.MOST_OF_ONE;
    }

    /** Whether the shop does not know who it is: all of these leave room for those at work. */
    default boolean isStranger() {
        return false;
    }

    /** Nothing once they may not listen any more, which ends their stream. */
    Optional<Hearing> hearing();
}
