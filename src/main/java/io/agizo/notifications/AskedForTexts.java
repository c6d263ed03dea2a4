package io.agizo.notifications;

import io.agizo.live.Live;
import io.agizo.live.Topic;
import io.agizo.shared.PhoneNumber;
import io.agizo.workers.Doorbell;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Texts people what they asked to be told. These go out by day only, end with the word to stop, and a day later nobody can
 * see any more whom they went to.
 */
@Component
public class AskedForTexts {

    private static final String BACK_IN_STOCK = "back-in-stock";
    private static final String TOO_LATE = "It was not sent in time to be of use.";

    private final AskedForStore store;
    private final AskedForHours hours;
    private final BackInStockWording wording;
    private final Doorbell doorbell;
    private final Live live;
    private final Clock clock;

    AskedForTexts(
            AskedForStore store,
            AskedForHours hours,
            BackInStockWording wording,
            Doorbell doorbell,
            Live live,
            Clock clock) {
        this.store = store;
        this.hours = hours;
        this.wording = wording;
        this.doorbell = doorbell;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Who is to be told.
     *
     * @param language {@code en} or {@code sw}
     */
    public record Reader(PhoneNumber phone, String language) {}

    /** Whether such texts go out at this hour. */
    public boolean goOutNow() {
        return hours.include(clock.instant());
    }

    /**
     * Queues the news that a product can be had again, with the running transaction; who said stop is left out.
     *
     * @param link where it can be ordered
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellBackInStock(String product, String link, List<Reader> readers) {
        Instant now = clock.instant();
        List<AskedForText> texts = readers.stream()
                .map(reader -> new AskedForText(reader.phone(), wording.of(product, link, reader.language())))
                .toList();
        store.insert(texts, BACK_IN_STOCK, now, hours.next(now));
        doorbell.ringAfterCommit();
    }

    /** Has what comes due at night wait, and forgets numbers that have served. */
    void sweep(Instant now) {
        if (!hours.include(now)) {
            store.defer(now, hours.next(now));
        }
        if (store.eraseOld(now, TOO_LATE) > 0) {
            live.announceMany(Topic.TEXTS);
        }
    }
}
