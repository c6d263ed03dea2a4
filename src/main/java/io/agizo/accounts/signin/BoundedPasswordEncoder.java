package io.agizo.accounts.signin;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Lets only a few passwords at a time be hashed, each of which keeps a core busy and 19 MiB filled on purpose: a flood of
 * sign-ins leaves the other cores to the orders.
 */
final class BoundedPasswordEncoder implements PasswordEncoder {

    /** Some thirty passwords are hashed in that time; whoever stands further back hears at once that it is busy. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final PasswordEncoder costly;
    private final Semaphore places;

    BoundedPasswordEncoder(PasswordEncoder costly, int mostAtOnce) {
        this.costly = costly;
        this.places = new Semaphore(mostAtOnce, true);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return inTurn(() -> costly.encode(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return inTurn(() -> costly.matches(password, hash));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return costly.upgradeEncoding(hash);
    }

    private <T extends @Nullable Object> T inTurn(Supplier<T> work) {
        if (!takePlace()) {
            throw new TooManyTries(LONGEST_WAIT);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean takePlace() {
        try {
            return places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
