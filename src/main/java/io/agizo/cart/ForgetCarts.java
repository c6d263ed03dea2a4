package io.agizo.cart;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Clears away carts that nobody has touched for {@link Cart#KEPT} and those checked out long ago. */
@Component
class ForgetCarts {

    /** Short enough never to be in the way of a shopper. */
    private static final int CHUNK = 1_000;

    private final CartStore store;
    private final Clock clock;

    ForgetCarts(CartStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Replicas that do this at once each take other carts. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT15M")
    void forgetOld() {
        int gone;
        do {
            gone = store.deleteExpired(clock.instant(), CHUNK);
        } while (gone == CHUNK);
    }
}
