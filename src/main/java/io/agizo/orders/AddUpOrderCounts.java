package io.agizo.orders;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Adds up what has changed in the numbers of orders, so that a summary never has much to add up itself. */
@Component
class AddUpOrderCounts {

    /** Rows that one statement adds up: some ten milliseconds. */
    private static final int CHUNK = 5_000;

    private final OrderCountStore counts;

    AddUpOrderCounts(OrderCountStore counts) {
        this.counts = counts;
    }

    /** A busy desk notes some hundred changes a second; a few thousand cost the next summary a millisecond. */
    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void addUp() {
        int added;
        do {
            added = counts.addUp(CHUNK);
        } while (added == CHUNK);
    }
}
