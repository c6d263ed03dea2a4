package io.agizo.api;

/** A representation that carries the version of the resource it shows; served with a strong entity tag. */
public interface Versioned {

    /** Rises by one with each change of the resource. */
    int version();
}
