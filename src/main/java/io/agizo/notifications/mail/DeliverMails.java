package io.agizo.notifications.mail;

import static io.agizo.notifications.MessageStatus.DEAD;
import static io.agizo.notifications.MessageStatus.FAILED;
import static io.agizo.notifications.MessageStatus.QUEUED;
import static io.agizo.notifications.MessageStatus.SENT;
import static io.agizo.notifications.MessageStatus.UNKNOWN;

import io.agizo.notifications.Backoff;
import io.agizo.notifications.Fate;
import io.agizo.notifications.MessageStatus;
import io.agizo.workers.Doorbell;
import io.agizo.workers.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Has mails sent, one after the other, for there are few: at once when one is committed here, and every few seconds what
 * other replicas left or what is to be tried again. As with texts, what may have gone out is not sent a second time.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class DeliverMails extends Worker {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverMails.class);
    private static final Duration SWEEP = Duration.ofSeconds(5);

    /** Longer than a dialogue of a dozen commands takes with its time-outs: a sender that takes longer is gone. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** The pauses double from ten seconds to a quarter of an hour: no mail is of use for longer than these outlast. */
    private static final int MOST_ATTEMPTS = 12;

    private static final String LOST = "The process that was sending it was lost; it may or may not have gone out.";

    private final MailStore store;
    private final MailServer server;
    private final Clock clock;

    @Autowired
    DeliverMails(MailStore store, MailServer server, Clock clock) {
        this(store, server, SWEEP, clock);
    }

    DeliverMails(MailStore store, MailServer server, Duration rest, Clock clock) {
        super("mails", new Doorbell(), rest);
        this.store = store;
        this.server = server;
        this.clock = clock;
    }

    /** Tells that the running transaction leaves a mail. */
    void expect() {
        doorbell().ringAfterCommit();
    }

    /** Sends one mail, if one is due, and tells whether more may be. */
    boolean round() {
        Instant now = clock.instant();
        Optional<ClaimedMail> due = store.claim(now, now.plus(LEASE));
        due.ifPresent(claimed -> settle(claimed, server.send(claimed.mail())));
        return due.isPresent();
    }

    private void settle(ClaimedMail claimed, Fate fate) {
        switch (fate) {
            case Fate.Taken taken -> store.settle(claimed, SENT, null, null);
            case Fate.Refused(String reason) -> end(claimed, FAILED, reason);
            case Fate.Unclear(String reason) -> end(claimed, UNKNOWN, reason);
            case Fate.NotTaken(String reason) -> again(claimed, reason);
            case Fate.Held(String reason) -> again(claimed, reason);
        }
    }

    private void end(ClaimedMail claimed, MessageStatus status, String reason) {
        LOG.warn("A mail is given up: {}", reason);
        store.settle(claimed, status, null, reason);
    }

    private void again(ClaimedMail claimed, String reason) {
        if (claimed.attempt() >= MOST_ATTEMPTS) {
            end(claimed, DEAD, reason);
            return;
        }
        LOG.warn("A mail has to wait: {}", reason);
        Duration pause = Backoff.after(claimed.attempt(), ThreadLocalRandom.current());
        store.settle(claimed, QUEUED, clock.instant().plus(pause), reason);
    }

    void sweep() {
        int lost = store.giveUpLost(clock.instant(), LOST);
        if (lost > 0) {
            LOG.warn("Whoever was sending {} mails is gone; they may or may not have gone out", lost);
        }
    }

    @Override
    protected boolean work() {
        sweep();
        while (isRunning() && round()) {}
        return false;
    }
}
