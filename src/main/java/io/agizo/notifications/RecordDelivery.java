package io.agizo.notifications;

import io.agizo.live.Live;
import java.time.Clock;
import org.springframework.stereotype.Service;

/**
 * Takes down what a gateway reports of a text: in any order and any number of times, for a text that went out, proven by a
 * report, outweighs every other report, and one that is still under way outweighs none. Whoever calls has proven to be the gateway.
 */
@Service
public class RecordDelivery {

    private final DeliveryReportStore store;
    private final Live live;
    private final Clock clock;

    RecordDelivery(DeliveryReportStore store, Live live, Clock clock) {
        this.store = store;
        this.live = live;
        this.clock = clock;
    }

    public void record(DeliveryReport report) {
        store.add(report, clock.instant());
        live.announce(store.settle(report.gatewayId()));
    }
}
