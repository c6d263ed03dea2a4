package io.agizo.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Together;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class BoundedPasswordEncoderTests {

    /** Takes as long as whoever has it wants, and tells how many were at it at once. */
    private static final class Hashing implements PasswordEncoder {

        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.yield();
            now.decrementAndGet();
            return "hash";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return true;
        }
    }

    @Test
    void letsOnlyAFewBeHashedAtATime() {
        Hashing hashing = new Hashing();
        PasswordEncoder bounded = new BoundedPasswordEncoder(hashing, 2);

        assertThat(Together.run(100, () -> bounded.encode("karibu-dukani"))).hasSize(100);

        assertThat(hashing.most.get()).isBetween(1, 2);
    }

    @Test
    void sendsAwayWhoeverWouldWaitTooLong() throws InterruptedException {
        Hashing hashing = new Hashing();
        PasswordEncoder bounded = new BoundedPasswordEncoder(hashing, 1);
        Thread first = Thread.ofVirtual().start(() -> bounded.matches("karibu-dukani", "hash"));
        hashing.begun.await();

        assertThatThrownBy(() -> bounded.matches("karibu-dukani", "hash")).isInstanceOf(TooManyTries.class);

        hashing.end.countDown();
        first.join();
        assertThat(bounded.matches("karibu-dukani", "hash")).isTrue();
    }
}
