package io.agizo.platform.connections;

import java.time.Duration;

/**
 * How long the server waits for one client, and how many threads may wait for clients at once.
 *
 * @param atFirst what a client may keep a thread waiting in one request, however little it sends or takes
 * @param places for all clients: half of the threads, so that the other half serves everyone who is not slow
 * @param placesOfNetwork for those of one network: half of that
 */
record Patience(Duration atFirst, int places, int placesOfNetwork) {

    /** The worst of mobile lines that still carries a file; a page of the shop comes over it in a minute. */
    static final int LEAST_BYTES_PER_SECOND = 500;

    /** What is shorter than this is how packets come, and not a slow client. */
    static final Duration NOTICED = Duration.ofMillis(500);

    static Patience of(Duration atFirst, int threads) {
        return new Patience(atFirst, Math.max(1, threads / 2), Math.max(1, threads / 4));
    }

    /** Whether a client that moved so many bytes has been waited for too long. */
    boolean isOver(Duration waited, long bytes) {
        return waited.compareTo(atFirst.plusSeconds(bytes / LEAST_BYTES_PER_SECOND)) > 0;
    }
}
