package io.agizo.backinstock;

import io.agizo.workers.Doorbell;
import io.agizo.workers.Worker;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Looks every few seconds whether something is back that people wait for. However it came back - a delivery, a return, an
 * order that was cancelled - it is seen, and nobody who moves stock pays for it.
 */
@Component
class TellingWorker extends Worker {

    /** Nobody notices such a wait, and to look costs a short statement. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final TellWhoAsked tell;

    TellingWorker(TellWhoAsked tell) {
        super("back-in-stock", new Doorbell(), REST);
        this.tell = tell;
    }

    @Override
    protected boolean work() {
        return tell.tellOfNext();
    }
}
