package io.agizo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Real threads that start at one moment, for what has to hold when many press at once. */
public final class Together {

    private Together() {}

    /** Does each piece of work on a thread of its own, and gives what each came to. */
    public static <T> List<T> run(List<? extends Callable<T>> work) {
        CyclicBarrier start = new CyclicBarrier(work.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> each : work) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return each.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError("One of those who pressed at once failed", failed);
        }
    }

    /** Does the same work so many times at once. */
    public static <T> List<T> run(int times, Callable<T> work) {
        return run(Collections.nCopies(times, work));
    }
}
