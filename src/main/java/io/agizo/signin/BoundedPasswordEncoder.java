package io.agizo.signin;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Lets only a few passwords at a time be hashed, each of which keeps a core busy and 19 MiB filled on purpose: a flood
 * leaves the other cores to the orders. New passwords stand in a line of their own, of which only the first one stands in
 * the line of those who sign in, so that a flood of sign-ups keeps nobody from signing in.
 */
final class BoundedPasswordEncoder implements PasswordEncoder {

    /** Some thirty passwords are hashed in that time; whoever stands further back hears at once that it is busy. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final PasswordEncoder costly;
    private final Semaphore places;
    private final Semaphore placeOfNew = new Semaphore(1, true);

    BoundedPasswordEncoder(PasswordEncoder costly, int mostAtOnce) {
        this.costly = costly;
        this.places = new Semaphore(mostAtOnce, true);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return inTurnOfNew(() -> inTurn(places, () -> costly.encode(password)));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return inTurn(places, () -> costly.matches(password, hash));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return costly.upgradeEncoding(hash);
    }

    /** Does in the line of new passwords what else they cost. */
    <T extends @Nullable Object> T inTurnOfNew(Supplier<T> work) {
        return inTurn(placeOfNew, work);
    }

    /** The same for those who sign in, whose passwords are never in the line of new ones, even to be hashed anew. */
    PasswordEncoder ofSignIns() {
        return new PasswordEncoder() {

            @Override
            public @Nullable String encode(@Nullable CharSequence password) {
                return inTurn(places, () -> costly.encode(password));
            }

            @Override
            public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
                return BoundedPasswordEncoder.this.matches(password, hash);
            }

            @Override
            public boolean upgradeEncoding(@Nullable String hash) {
                return BoundedPasswordEncoder.this.upgradeEncoding(hash);
            }
        };
    }

    private static <T extends @Nullable Object> T inTurn(Semaphore line, Supplier<T> work) {
        if (!takePlace(line)) {
            throw new TooManyTries(LONGEST_WAIT);
        }
        try {
            return work.get();
        } finally {
            line.release();
        }
    }

    private static boolean takePlace(Semaphore line) {
        try {
            return line.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
