package io.agizo.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that the filter of a list matches, as a table that can be uploaded again. It is read page by page while it is sent,
 * so it may be of any size.
 *
 * @param name of the file
 * @param pages the list itself, asked for one page after the other
 * @param rows the rows of one item, each with a cell for every column
 */
public record Download<T>(
        String name,
        List<String> columns,
        Function<PageRequest, Page<T>> pages,
        Function<T, List<? extends List<? extends @Nullable Object>>> rows) {

    /** A download whose items are one row each. */
    public static <T> Download<T> ofRows(
            String name,
            List<String> columns,
            Function<PageRequest, Page<T>> pages,
            Function<T, List<? extends @Nullable Object>> row) {
        return new Download<>(name, columns, pages, item -> List.of(row.apply(item)));
    }
}
