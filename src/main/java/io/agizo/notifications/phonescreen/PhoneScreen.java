package io.agizo.notifications.phonescreen;

import io.agizo.live.Change;
import io.agizo.live.Live;
import io.agizo.live.Topic;
import io.agizo.notifications.AskedForHours;
import io.agizo.notifications.ConditionalOnGateway;
import io.agizo.notifications.DayCeiling;
import io.agizo.notifications.GatewayChoice;
import io.agizo.notifications.MessageStatus;
import io.agizo.notifications.TextDelivery;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

    private static final String DELIVERED = MessageStatus.DELIVERED.word();

    private final PhoneScreenStore store;
    private final DayCeiling ceiling;
    private final AskedForHours hours;
    private final Live live;
    private final Clock clock;

    PhoneScreen(PhoneScreenStore store, DayCeiling ceiling, AskedForHours hours, Live live, Clock clock) {
        this.store = store;
        this.ceiling = ceiling;
        this.hours = hours;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public boolean round() {
        return ceiling.take(BATCH, this::deliver) == BATCH;
    }

    private int deliver(int room) {
        Instant now = clock.instant();
        List<UUID> delivered = store.deliver(now, hours.include(now), room);
        live.announce(delivered.stream()
                .map(text -> new Change(Topic.TEXTS, text.toString(), DELIVERED, DELIVERED))
                .toList());
        return delivered.size();
    }
}
