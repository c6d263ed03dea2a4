package io.agizo.signin;

import io.agizo.signin.Origin.Share;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts what was tried, for all replicas together, and says when it was too much. */
@Component
class Tries {

    /** Short enough never to be in anyone's way. */
    private static final int CHUNK = 1_000;

    private final AllowanceStore store;
    private final SignInRecord record;
    private final Clock clock;

    Tries(AllowanceStore store, SignInRecord record, Clock clock) {
        this.store = store;
        this.record = record;
        this.clock = clock;
    }

    /**
     * One more try, counted for good.
     *
     * @param shares in this order, so that what one place may try is used up before what all may
     * @throws TooManyTries if there were too many
     */
    void take(List<Share> shares) {
        shares.forEach(this::take);
    }

    /** For a try that was none: the password was right. */
    void giveBack(List<Share> shares) {
        shares.forEach(share -> store.giveBack(who(share), share.allowance()));
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT5M")
    void forgetEarned() {
        int gone;
        do {
            gone = store.deleteEarned(clock.instant(), CHUNK);
        } while (gone == CHUNK);
    }

    private void take(Share share) {
        byte[] who = who(share);
        Allowance allowance = share.allowance();
        Instant now = clock.instant();
        if (store.take(who, allowance, now).isEmpty()) {
            record.slowed(allowance);
            Instant free = store.usedUntil(who).orElse(now).minus(allowance.credit());
            throw new TooManyTries(Duration.between(now, free));
        }
    }

    /** The account, number or network is kept as a hash only. */
    private static byte[] who(Share share) {
        return Sha256.of(
                share.allowance().name().getBytes(StandardCharsets.US_ASCII),
                share.whose().getBytes(StandardCharsets.UTF_8));
    }
}
