package io.agizo.notifications;

import io.agizo.live.Live;
import io.agizo.live.Topic;
import io.agizo.workers.Doorbell;
import io.agizo.workers.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Has texts delivered: at once when one is committed here, and every few seconds what other replicas left or what is to
 * be tried again.
 */
@Component
class DeliverTexts extends Worker {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverTexts.class);

    private static final Duration SWEEP = Duration.ofSeconds(5);

    /** Under load, texts gather for so long before the next round: fewer rounds leave the order desk more of the machine. */
    private static final Duration GATHER = Duration.ofMillis(25);

    private static final String LOST = "The process that was sending it was lost; it may or may not have gone out.";

    private static final String NO_GATEWAY =
            "No SMS gateway is set. Texts wait until agizo.sms.gateway names one, or the key of one is given.";

    private final @Nullable TextDelivery delivery;
    private final SendingStore store;
    private final DeliveryReportStore reports;
    private final SecretTextStore secrets;
    private final AskedForTexts askedFor;
    private final SmsSettings settings;
    private final Hold hold;
    private final Live live;
    private final Clock clock;
    private long nextSweepNanos = System.nanoTime();

    @Autowired
    DeliverTexts(
            Optional<TextDelivery> delivery,
            SendingStore store,
            DeliveryReportStore reports,
            SecretTextStore secrets,
            AskedForTexts askedFor,
            SmsSettings settings,
            Hold hold,
            Live live,
            Doorbell doorbell,
            Clock clock) {
        this(delivery, store, reports, secrets, askedFor, settings, hold, live, doorbell, SWEEP, clock);
    }

    DeliverTexts(
            Optional<TextDelivery> delivery,
            SendingStore store,
            DeliveryReportStore reports,
            SecretTextStore secrets,
            AskedForTexts askedFor,
            SmsSettings settings,
            Hold hold,
            Live live,
            Doorbell doorbell,
            Duration rest,
            Clock clock) {
        super("texts", doorbell, rest);
        this.delivery = delivery.orElse(null);
        this.store = store;
        this.reports = reports;
        this.secrets = secrets;
        this.askedFor = askedFor;
        this.settings = settings;
        this.hold = hold;
        this.live = live;
        this.clock = clock;
    }

    @Override
    protected boolean work() throws InterruptedException {
        if (nextSweepNanos - System.nanoTime() <= 0) {
            nextSweepNanos = System.nanoTime() + SWEEP.toNanos();
            sweep();
        }
        boolean more = delivery != null && delivery.round();
        if (!more) {
            pause(GATHER);
        }
        return more;
    }

    /** Fails by itself, so that texts go out however often it does. */
    private void sweep() {
        try {
            Instant now = clock.instant();
            int lost = store.giveUpLost(now, settings.mostAttempts(), settings.resendAt(0, now), LOST);
            if (lost > 0) {
                live.announceMany(Topic.TEXTS);
                LOG.warn("Whoever was sending {} texts is gone; they may or may not have gone out", lost);
            }
            live.announce(reports.sweep(now));
            secrets.erase(now);
            askedFor.sweep(now);
        } catch (RuntimeException e) {
            LOG.warn("The queue of texts could not be swept for now", e);
        }
    }

    @Override
    public void start() {
        if (delivery == null) {
            LOG.warn(NO_GATEWAY);
            hold.standStill(NO_GATEWAY);
        }
        super.start();
    }

    @Override
    public void stop() {
        super.stop();
        if (delivery != null) {
            try {
                delivery.finish();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
