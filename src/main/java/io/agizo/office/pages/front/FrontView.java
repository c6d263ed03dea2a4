package io.agizo.office.pages.front;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one sees after signing in.
 *
 * @param waits null while the shop has not had an order, for then the first steps are all there is
 * @param sales null for those who may not read reports
 * @param steps what a new shop does first; none once it is done
 */
public record FrontView(@Nullable WaitsView waits, @Nullable SalesView sales, List<Step> steps) {

    /** Whether there is anything on the page at all. */
    public boolean isEmpty() {
        return steps.isEmpty() && sales == null && (waits == null || waits.isBlind());
    }

    /**
     * One of the first steps.
     *
     * @param name by which its words are found
     * @param href where it is done; null if that is not in the office
     */
    public record Step(String name, @Nullable String href, boolean done) {}
}
