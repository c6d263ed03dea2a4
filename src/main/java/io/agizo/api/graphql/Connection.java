package io.agizo.api.graphql;

import io.agizo.api.Cursor;
import io.agizo.api.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list in the form of Relay: the list goes on after any of its edges, not only after the last. */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo) {

    public static <T> Connection<T> of(Page<T> page) {
        List<Edge<T>> edges = new ArrayList<>(page.items().size());
        for (T node : page.items()) {
            edges.add(new Edge<>(Cursor.of(page.sortKeys().get(edges.size())), node));
        }
        String end = edges.isEmpty() ? null : edges.getLast().cursor();
        return new Connection<>(edges, new PageInfo(page.nextCursor() != null, end));
    }

    /** An item of the list, and the cursor after which the list goes on. */
    public record Edge<T>(String cursor, T node) {}

    /**
     * Where the page stands in the list.
     *
     * @param endCursor the last edge's; null where the page is empty
     */
    public record PageInfo(boolean hasNextPage, @Nullable String endCursor) {}
}
