package io.agizo.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list; {@code nextCursor} is null on the last one.
 *
 * @param sortKeys where the list goes on after each item, in their order
 */
public record Page<T>(
        List<T> items,
        @Nullable String nextCursor,
        @JsonIgnore List<List<String>> sortKeys) {

    /** A page of a list in which nothing is. */
    public static <T> Page<T> empty() {
        return new Page<>(List.of(), null, List.of());
    }

    /** The same page with something else in the place of each item. */
    public <R> Page<R> with(List<R> others) {
        return new Page<>(others, nextCursor, sortKeys);
    }
}
