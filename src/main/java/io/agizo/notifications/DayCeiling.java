package io.agizo.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How many texts leave the shop in 24 hours, of all replicas together: whatever goes wrong, and whoever brings it about, a day
 * costs no more than that. What is beyond it waits, and nothing is lost.
 */
@Component
public class DayCeiling {

    /** Some 2,000 orders with all their texts, far more than a small shop has in a day. */
    private static final int USUAL = 10_000;

    private static final int NONE = Integer.MAX_VALUE;

    private final SentTextStore store;
    private final Hold hold;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final int most;

    DayCeiling(
            SentTextStore store,
            Hold hold,
            SmsSettings settings,
            Environment environment,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.hold = hold;
        this.most = most(settings, environment);
        this.clock = clock;
    }

    private static int most(SmsSettings settings, Environment environment) {
        if (settings.mostPerDay() == null) {
            return GatewayChoice.of(environment) == GatewayChoice.AFRICASTALKING ? USUAL : NONE;
        }
        return settings.mostPerDay() == 0 ? NONE : settings.mostPerDay();
    }

    /**
     * Has texts taken from the queue, no more than may still go out; replicas do so one after the other.
     *
     * @param wanted how many at most
     * @param taking takes as many as it is told to, and tells how many that were
     * @return how many that were
     */
    public int take(int wanted, IntUnaryOperator taking) {
        if (most == NONE) {
            return taking.applyAsInt(wanted);
        }
        return Objects.requireNonNull(transaction.execute(begun -> takeWhatMayLeave(wanted, taking)));
    }

    private int takeWhatMayLeave(int wanted, IntUnaryOperator taking) {
        Instant now = clock.instant();
        store.oneAtATime();
        int room = room(now);
        if (room == 0) {
            hold.reachCeiling(reason());
            return 0;
        }
        hold.leaveCeiling();
        int taken = taking.applyAsInt(Math.min(wanted, room));
        if (taken > 0) {
            store.add(hour(now), taken);
        }
        return taken;
    }

    /** For texts that were taken and did not leave the shop after all. */
    void giveBack(int texts) {
        if (most != NONE && texts > 0) {
            store.add(hour(clock.instant()), -texts);
        }
    }

    /** How long it takes until another text may leave the shop; empty if one may now. */
    Optional<Duration> pause() {
        Instant now = clock.instant();
        if (most == NONE || room(now) > 0) {
            return Optional.empty();
        }
        Instant first = store.firstHourSince(windowStart(now)).orElse(hour(now));
        return Optional.of(Duration.between(now, first.plus(Duration.ofHours(25))));
    }

    private int room(Instant now) {
        return (int) Math.max(0, most - store.since(windowStart(now)));
    }

    /** The hour of 24 hours ago counts in whole, so that it is never more within 24 hours. */
    private static Instant windowStart(Instant now) {
        return hour(now).minus(Duration.ofHours(24));
    }

    private static Instant hour(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS);
    }

    private String reason() {
        return "The shop has sent the " + most
                + " texts that it may send in 24 hours. Texts wait until there is room again, or"
                + " AGIZO_SMS_MOST_PER_DAY is raised.";
    }
}
