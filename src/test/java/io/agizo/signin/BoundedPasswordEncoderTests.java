package io.agizo.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Together;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
    void letsPeopleSignInHoweverManyNewPasswordsWait() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        PasswordEncoder bounded = new BoundedPasswordEncoder(new SlowToEncode(begun, end), 2);
        List<Thread> signUps = Stream.generate(() -> Thread.ofVirtual().start(() -> bounded.encode("karibu-dukani")))
                .limit(20)
                .toList();
        begun.await();

        assertThat(bounded.matches("karibu-dukani", "hash")).isTrue();

        end.countDown();
        for (Thread signUp : signUps) {
            signUp.join();
        }
    }

    /** Hashes no new password before it may, and knows every old one at once. */
    private record SlowToEncode(CountDownLatch begun, CountDownLatch end) implements PasswordEncoder {

        @Override
        public String encode(@Nullable CharSequence password) {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return "hash";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return true;
        }
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
