package io.agizo.accounts.signin;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
     * One more try.
     *
     * @param whose the account, number or network, kept as a hash only
     * @throws TooManyTries if there were too many
     */
    void take(Allowance allowance, String whose) {
        byte[] who = who(allowance, whose);
        Instant now = clock.instant();
        if (store.take(who, allowance, now).isEmpty()) {
            record.slowed(allowance);
            Instant free = store.usedUntil(who).orElse(now).minus(allowance.credit());
            throw new TooManyTries(Duration.between(now, free));
        }
    }

    /** For a try that was none: the password was right. */
    void giveBack(Allowance allowance, String whose) {
        store.giveBack(who(allowance, whose), allowance);
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT5M")
    void forgetEarned() {
        int gone;
        do {
            gone = store.deleteEarned(clock.instant(), CHUNK);
        } while (gone == CHUNK);
    }

    private static byte[] who(Allowance allowance, String whose) {
        return Sha256.of(allowance.name().getBytes(StandardCharsets.US_ASCII), whose.getBytes(StandardCharsets.UTF_8));
    }
}
