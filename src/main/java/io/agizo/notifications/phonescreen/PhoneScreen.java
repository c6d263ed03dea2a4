package io.agizo.notifications.phonescreen;

import io.agizo.notifications.ConditionalOnGateway;
import io.agizo.notifications.DayCeiling;
import io.agizo.notifications.GatewayChoice;
import io.agizo.notifications.TextDelivery;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Delivers texts to the screen at {@code /phone}. To show a text is to write down that it is shown, in one statement: so it
 * happens once, whenever the process dies, and needs neither a lease nor a second try.
 */
@Component
@ConditionalOnGateway(GatewayChoice.PHONE_SCREEN)
final class PhoneScreen implements TextDelivery {

    /** A statement of some milliseconds, so that the order desk never waits long for the processor or the disk. */
    private static final int BATCH = 500;

    private final PhoneScreenStore store;
    private final DayCeiling ceiling;
    private final Clock clock;

    PhoneScreen(PhoneScreenStore store, DayCeiling ceiling, Clock clock) {
        this.store = store;
        this.ceiling = ceiling;
        this.clock = clock;
    }

    @Override
    public boolean round() {
        return ceiling.take(BATCH, room -> store.deliver(clock.instant(), room)) == BATCH;
    }
}
