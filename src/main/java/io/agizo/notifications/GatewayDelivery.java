package io.agizo.notifications;

import static io.agizo.notifications.MessageStatus.DEAD;
import static io.agizo.notifications.MessageStatus.FAILED;
import static io.agizo.notifications.MessageStatus.QUEUED;
import static io.agizo.notifications.MessageStatus.UNKNOWN;

import io.agizo.live.Change;
import io.agizo.live.Live;
import io.agizo.live.Topic;
import io.agizo.shared.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends texts through a gateway that cannot be asked to send one only once. So each is marked as being sent before the
 * request goes out, and whatever leaves its fate open - no answer, a killed process - ends as unknown, not in another try.
 */
@Component
@ConditionalOnGateway(GatewayChoice.AFRICASTALKING)
final class GatewayDelivery implements TextDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayDelivery.class);

    /** Longer than any request takes with its time-outs: a sender that holds a text for longer is gone. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** What is under way when the shop closes ends by its own time-outs; nothing is worth waiting for longer. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(20);

    /** How long a round may wait for one of the requests under way to end. */
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(1);

    private final SmsGateway gateway;
    private final SmsGateway.Limits limits;
    private final SendingStore store;
    private final SmsSettings settings;
    private final Hold hold;
    private final DayCeiling ceiling;
    private final AskedForHours hours;
    private final Live live;
    private final GatewayFigures figures;
    private final Clock clock;
    private final Semaphore free;
    private long nextRequestNanos = System.nanoTime();

    GatewayDelivery(
            SmsGateway gateway,
            SendingStore store,
            SmsSettings settings,
            Hold hold,
            DayCeiling ceiling,
            AskedForHours hours,
            Live live,
            GatewayFigures figures,
            Clock clock) {
        this.gateway = gateway;
        this.limits = gateway.limits();
        this.store = store;
        this.settings = settings;
        this.hold = hold;
        this.ceiling = ceiling;
        this.hours = hours;
        this.live = live;
        this.figures = figures;
        this.clock = clock;
        this.free = new Semaphore(limits.parallel());
    }

    @Override
    public boolean round() throws InterruptedException {
        if (!hold.admits(clock.instant())) {
            return false;
        }
        if (!free.tryAcquire(LONGEST_ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        boolean handedOn = false;
        try {
            keepPace();
            List<ClaimedText> texts = claim();
            if (!texts.isEmpty()) {
                Thread.ofVirtual().name("sms-request").start(() -> send(texts));
                handedOn = true;
            }
            return handedOn;
        } finally {
            if (!handedOn) {
                free.release();
            }
        }
    }

    private void keepPace() {
        LockSupport.parkNanos(nextRequestNanos - System.nanoTime());
        nextRequestNanos = System.nanoTime() + limits.pause().toNanos();
    }

    private List<ClaimedText> claim() {
        Instant now = clock.instant();
        List<MessageStatus> statuses = settings.resendUnknown() ? List.of(QUEUED, UNKNOWN) : List.of(QUEUED);
        int most = hold.isProbing() ? 1 : limits.recipients();
        List<ClaimedText> texts = new ArrayList<>();
        ceiling.take(most, room -> {
            texts.addAll(store.claim(now, statuses, hours.include(now), room, now.plus(LEASE), gateway.name()));
            return texts.size();
        });
        if (!texts.isEmpty()) {
            hold.tries(now);
        }
        return texts;
    }

    private void send(List<ClaimedText> texts) {
        try {
            ClaimedText first = texts.getFirst();
            List<PhoneNumber> numbers = texts.stream().map(ClaimedText::to).toList();
            List<Fate> fates = figures.of(texts, () -> gateway.send(first.kind(), first.body(), numbers));
            Instant now = clock.instant();
            List<Verdict> verdicts = new ArrayList<>(texts.size());
            for (int i = 0; i < texts.size(); i++) {
                verdicts.add(verdict(texts.get(i), fates.get(i), now));
            }
            store.settle(verdicts);
            live.announce(verdicts.stream().map(GatewayDelivery::change).toList());
            ceiling.giveBack(
                    (int) fates.stream().filter(GatewayDelivery::hasNotLeft).count());
            fates.forEach(fate -> tellHold(fate, now));
        } catch (RuntimeException e) {
            LOG.error("What became of {} texts could not be written down; they will show as unknown", texts.size(), e);
        } finally {
            free.release();
        }
    }

    private Verdict verdict(ClaimedText text, Fate fate, Instant now) {
        return switch (fate) {
            case Fate.Taken taken -> Verdict.taken(text, taken, now);
            case Fate.Refused refused -> Verdict.notTaken(text, FAILED, null, refused.reason());
            case Fate.NotTaken notTaken
            when text.attempt() < settings.mostAttempts() -> {
                Duration pause = Backoff.after(text.attempt(), ThreadLocalRandom.current());
                yield Verdict.notTaken(text, QUEUED, now.plus(pause), notTaken.reason());
            }
            case Fate.NotTaken notTaken -> Verdict.notTaken(text, DEAD, null, notTaken.reason());
            case Fate.Unclear unclear ->
                Verdict.notTaken(text, UNKNOWN, settings.resendAt(text.attempt(), now), unclear.reason());
            case Fate.Held held -> Verdict.held(text, now, held.reason());
        };
    }

    private static Change change(Verdict verdict) {
        String status = verdict.status().word();
        return new Change(Topic.TEXTS, verdict.text().id().toString(), status, status);
    }

    private static boolean hasNotLeft(Fate fate) {
        return !(fate instanceof Fate.Taken || fate instanceof Fate.Unclear);
    }

    private void tellHold(Fate fate, Instant now) {
        switch (fate) {
            case Fate.Held held -> hold.hold(held.reason(), now);
            case Fate.Taken taken -> hold.release();
            case Fate.Refused refused -> hold.release();
            case Fate.NotTaken notTaken -> {}
            case Fate.Unclear unclear -> {}
        }
    }

    @Override
    public void finish() throws InterruptedException {
        if (free.tryAcquire(limits.parallel(), LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)) {
            free.release(limits.parallel());
        }
    }
}
