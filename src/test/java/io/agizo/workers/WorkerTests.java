package io.agizo.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerTests {

    private static final Duration BEYOND_THE_TEST = Duration.ofHours(1);
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    /** What becomes of each piece of work; whether there is more after it, or what it throws. */
    private final Queue<Object> outcomes = new ConcurrentLinkedQueue<>();

    private final AtomicInteger pieces = new AtomicInteger();
    private final Doorbell doorbell = new Doorbell();
    private Worker worker = worker(BEYOND_THE_TEST);

    private Worker worker(Duration rest) {
        return new Worker("for a test", doorbell, rest) {
            @Override
            protected boolean work() throws InterruptedException {
                pieces.incrementAndGet();
                return switch (outcomes.poll()) {
                    case RuntimeException failure -> throw failure;
                    case Error failure -> throw failure;
                    case Duration pause -> {
                        pause(pause);
                        yield true;
                    }
                    case CountDownLatch end -> {
                        end.await();
                        yield false;
                    }
                    case Boolean more -> more;
                    case null, default -> false;
                };
            }
        };
    }

    @AfterEach
    void stop() {
        worker.stop();
    }

    @Test
    void goesOnWhileThereIsMore() {
        outcomes.add(true);
        outcomes.add(true);

        worker.start();

        await().untilAtomic(pieces, equalTo(3));
    }

    @Test
    void restsWhenThereIsNoMoreUntilTheBellRings() {
        worker.start();
        await().untilAtomic(pieces, equalTo(1));
        await().during(Duration.ofMillis(300)).untilAtomic(pieces, equalTo(1));

        doorbell.ring();

        await().untilAtomic(pieces, equalTo(2));
    }

    @Test
    void goesOnAfterItsRest() {
        worker = worker(AT_ONCE);

        worker.start();

        await().until(() -> pieces.get() > 2);
    }

    @Test
    void hearsABellThatRangWhileItWorked() {
        CountDownLatch end = new CountDownLatch(1);
        outcomes.add(end);
        worker.start();
        await().untilAtomic(pieces, equalTo(1));
        doorbell.ring();
        doorbell.ring();

        end.countDown();

        await().untilAtomic(pieces, equalTo(2));
        await().during(Duration.ofMillis(300)).untilAtomic(pieces, equalTo(2));
    }

    @Test
    void outlivesExceptionsAndErrors() {
        worker = worker(AT_ONCE);
        outcomes.add(new IllegalStateException("for a test"));
        outcomes.add(new InternalError("for a test"));

        worker.start();

        await().until(() -> pieces.get() > 2);
    }

    @Test
    void isNotHurriedByTheBellAfterAFailure() {
        outcomes.add(new IllegalStateException("for a test"));
        worker.start();
        await().untilAtomic(pieces, equalTo(1));

        doorbell.ring();

        await().during(Duration.ofMillis(300)).untilAtomic(pieces, equalTo(1));
    }

    @Test
    void isStoppedOnceThePieceOfWorkIsOver() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        outcomes.add(end);
        outcomes.add(true);
        worker.start();
        await().untilAtomic(pieces, equalTo(1));

        Thread stopping = Thread.ofVirtual().start(worker::stop);
        await().until(() -> !worker.isRunning());
        assertThat(stopping.isAlive()).isTrue();
        end.countDown();
        stopping.join();

        assertThat(pieces).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isStoppedWhileItRestsOrPauses(boolean pauses) {
        if (pauses) {
            outcomes.add(BEYOND_THE_TEST);
        }
        worker.start();
        await().untilAtomic(pieces, equalTo(1));

        worker.stop();

        assertThat(worker.isRunning()).isFalse();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("for a test"));
        assertThat(pieces).hasValue(1);
    }

    @Test
    void canBeStartedAgain() {
        worker.start();
        await().untilAtomic(pieces, equalTo(1));
        worker.stop();

        worker.start();

        await().untilAtomic(pieces, equalTo(2));
    }
}
