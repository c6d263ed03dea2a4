package io.agizo.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.agizo.issuer.SigningKeyStore.Kept;
import io.agizo.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The keys that sign tokens and prove them, the signing one first. They live in the database, so tokens outlive a restart
 * and every replica takes the tokens of every other. A new key is shown for a day before it signs, and an old one for a
 * while after, so nobody who keeps the keys for a day ever misses one.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

    /** As hard to break as 128 bits of secret (NIST SP 800-57), and twice as fast to sign with as 4096. */
    private static final int KEY_BITS = 3072;

    /** Longer than clients keep the keys that they have read, and than any replica needs to hear of a new one. */
    static final Duration SHOWN_BEFORE_SIGNING = Duration.ofDays(1);

    /** Longer than the life of any access token, and than most browsers keep an ID token to sign out with. */
    static final Duration SHOWN_AFTER_SIGNING = Duration.ofDays(2);

    private final SigningKeyStore store;
    private final TransactionOperations transactions;
    private final Duration signsFor;
    private final Clock clock;
    private volatile List<Kept> inUse;

    SigningKeys(
            SigningKeyStore store,
            TransactionOperations transactions,
            @Value("${agizo.signing-key-days:90}") int days,
            Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.signsFor = Duration.ofDays(days);
        this.clock = clock;
        this.inUse = rolled();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(new JWKSet(inOrder(inUse, clock.instant())));
    }

    /** The newest of those that may sign, then the others; the first key ever need not wait. */
    private static List<JWK> inOrder(List<Kept> newestFirst, Instant now) {
        Kept signing = newestFirst.stream()
                .filter(kept -> maySign(kept, now))
                .findFirst()
                .orElseGet(newestFirst::getLast);
        List<JWK> keys = new ArrayList<>(List.of(signing.key()));
        newestFirst.stream()
                .filter(kept -> !kept.equals(signing))
                .map(Kept::key)
                .forEach(keys::add);
        return keys;
    }

    private static boolean maySign(Kept key, Instant now) {
        return !key.createdAt().plus(SHOWN_BEFORE_SIGNING).isAfter(now);
    }

    /** Hears of what other replicas did, and makes a key or retires one when it is time. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void roll() {
        inUse = rolled();
    }

    private List<Kept> rolled() {
        List<Kept> kept = store.inUse();
        Instant now = clock.instant();
        boolean due = isNewKeyDue(kept, now);
        if (!due && outdated(kept, now).isEmpty()) {
            return kept;
        }
        // Made before the lock: on a busy machine it takes so long that whoever waits for the lock would give up.
        RSAKey made = due ? newKey() : null;
        return transactions.execute(transaction -> rollUnlessAnotherDid(made));
    }

    private List<Kept> rollUnlessAnotherDid(@Nullable RSAKey made) {
        store.lock();
        List<Kept> kept = store.inUse();
        Instant now = clock.instant();
        if (made != null && isNewKeyDue(kept, now)) {
            store.add(made);
        }
        store.retire(outdated(kept, now));
        return store.inUse();
    }

    /** Early enough that the new key may sign when the time of the old one is over; at once where that one is too short. */
    private boolean isNewKeyDue(List<Kept> newestFirst, Instant now) {
        return newestFirst.isEmpty()
                || newestFirst.getFirst().key().size() < KEY_BITS
                || !newestFirst.getFirst().createdAt().plus(signsFor).isAfter(now);
    }

    /** Those whose successor has been signing for so long that nothing they signed is of use any more. */
    private static List<Kept> outdated(List<Kept> newestFirst, Instant now) {
        List<Kept> outdated = new ArrayList<>();
        for (int i = 1; i < newestFirst.size(); i++) {
            Instant succeeded = newestFirst.get(i - 1).createdAt().plus(SHOWN_BEFORE_SIGNING);
            if (!succeeded.plus(SHOWN_AFTER_SIGNING).isAfter(now)) {
                outdated.add(newestFirst.get(i));
            }
        }
        return outdated;
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyID(Ids.next().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java makes no RSA keys", e);
        }
    }
}
