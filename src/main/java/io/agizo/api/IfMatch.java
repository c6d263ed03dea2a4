package io.agizo.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The version that a change is meant for, from the request's {@code If-Match}.
 *
 * @param version what {@link io.agizo.shared.Stale#check} expects; null if any version will do
 */
public record IfMatch(@Nullable Integer version) {

    /** No resource has it: the header named only tags that none of our representations carries. */
    private static final int NO_VERSION = -1;

    /**
     * Reads the header; empty if it is not a list of entity tags. Of several versions the highest counts: versions only
     * rise, so whoever has seen it knows that the lower ones are gone.
     */
    public static Optional<IfMatch> read(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return Optional.of(new IfMatch(null));
        }
        return EntityTag.list(header)
                .map(tags -> tags.stream()
                        .flatMap(tag -> EntityTag.version(tag).stream())
                        .max(Integer::compare)
                        .orElse(NO_VERSION))
                .map(IfMatch::new);
    }
}
