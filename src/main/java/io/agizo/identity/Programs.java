package io.agizo.identity;

import java.util.Optional;

/** Knows what a program may do for itself at this moment; asked where work goes on in the background after its request. */
public interface Programs {

    /** The program of an id, or nothing if there is none (any more). */
    Optional<Caller> find(String id);
}
