package io.agizo.office.pages.order;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a document says, and the form that has it printed.
 *
 * @param number of the orders in it
 * @param all the filter that they match, if they are not chosen by number
 * @param after the cursor of that filter's list at which the document begins
 * @param of the filter of which the numbers are a part
 * @param next the cursor at which the document after this one begins
 * @param before how many orders the documents before this one hold
 * @param print there if the dialogue of the printer is to open
 */
record PrintForm(
        @Nullable List<String> number,
        @Nullable String all,
        @Nullable String after,
        @Nullable String of,
        @Nullable String next,
        @Nullable Integer before,
        @Nullable String paper,
        @Nullable String print) {

    List<String> numbers() {
        return Objects.requireNonNullElse(number, List.of());
    }

    @Nullable String filter() {
        return told(all);
    }

    @Nullable String begin() {
        return told(after);
    }

    @Nullable String partOf() {
        return told(of);
    }

    @Nullable String end() {
        return told(next);
    }

    int ordersBefore() {
        return before == null ? 0 : Math.max(0, before);
    }

    private static @Nullable String told(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
