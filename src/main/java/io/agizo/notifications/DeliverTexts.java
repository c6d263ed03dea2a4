package io.agizo.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has texts delivered: at once when one is committed here, and every few seconds what other replicas left or what is to
 * be tried again.
 */
@Component
class DeliverTexts implements SmartLifecycle {

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
    private final SmsSettings settings;
    private final Hold hold;
    private final Doorbell doorbell;
    private final Clock clock;
    private volatile CountDownLatch closing = new CountDownLatch(0);
    private volatile @Nullable Thread worker;

    DeliverTexts(
            Optional<TextDelivery> delivery,
            SendingStore store,
            DeliveryReportStore reports,
            SecretTextStore secrets,
            SmsSettings settings,
            Hold hold,
            Doorbell doorbell,
            Clock clock) {
        this.delivery = delivery.orElse(null);
        this.store = store;
        this.reports = reports;
        this.secrets = secrets;
        this.settings = settings;
        this.hold = hold;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    private void work() {
        long nextSweepNanos = System.nanoTime();
        try {
            while (isRunning()) {
                if (nextSweepNanos - System.nanoTime() <= 0) {
                    nextSweepNanos = System.nanoTime() + SWEEP.toNanos();
                    sweep();
                }
                if (!round() && !closing.await(GATHER.toMillis(), TimeUnit.MILLISECONDS)) {
                    doorbell.await(Duration.ofNanos(nextSweepNanos - System.nanoTime()));
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean round() throws InterruptedException {
        if (delivery == null) {
            return false;
        }
        try {
            return delivery.round();
        } catch (RuntimeException e) {
            LOG.warn("Texts could not be delivered for now", e);
            return closing.await(SWEEP.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void sweep() {
        try {
            Instant now = clock.instant();
            int lost = store.giveUpLost(now, settings.mostAttempts(), settings.resendAt(0, now), LOST);
            if (lost > 0) {
                LOG.warn("Whoever was sending {} texts is gone; they may or may not have gone out", lost);
            }
            reports.sweep(now);
            secrets.erase(now);
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
        closing = new CountDownLatch(1);
        Thread thread = new Thread(this::work, "texts");
        worker = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread thread = worker;
        worker = null;
        if (thread == null) {
            return;
        }
        try {
            closing.countDown();
            doorbell.ring();
            thread.join();
            if (delivery != null) {
                delivery.finish();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
