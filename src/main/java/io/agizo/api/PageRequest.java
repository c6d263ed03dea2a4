package io.agizo.api;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted; read from {@code ?limit=} and {@code ?cursor=}.
 *
 * @param limit how many items: 1 to {@value #MOST} over HTTP, while a download asks for more at a time
 * @param after the sort key of the last item of the page before, or null for the first page
 */
public record PageRequest(int limit, @Nullable List<String> after) {

    public static final int USUAL = 20;
    public static final int MOST = 200;

    /** How many rows to fetch: one more than is shown tells whether another page follows. */
    public int fetch() {
        return limit + 1;
    }

    /**
     * The limit to write into a statement that fetches so many rows by a parameter: one for all pages, so that they share the
     * statement and the planner still sees that they are short.
     */
    public static int bound(int most) {
        return Math.max(MOST + 1, most);
    }

    /** Where a list goes on whose sort key is an id, or null for its first page. */
    public @Nullable UUID afterId() {
        try {
            return after == null ? null : UUID.fromString(after.getFirst());
        } catch (IllegalArgumentException notAnId) {
            throw Cursor.refused();
        }
    }

    /** Makes the page from up to {@link #fetch()} rows, with a cursor on the last row shown if more follow. */
    public <T> Page<T> page(List<T> rows, Function<T, List<String>> sortKey) {
        boolean more = rows.size() > limit;
        List<T> shown = List.copyOf(more ? rows.subList(0, limit) : rows);
        List<List<String>> sortKeys = shown.stream().map(sortKey).toList();
        return new Page<>(shown, more ? Cursor.of(sortKeys.getLast()) : null, sortKeys);
    }
}
