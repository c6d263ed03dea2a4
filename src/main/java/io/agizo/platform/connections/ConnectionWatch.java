package io.agizo.platform.connections;

import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks after the connections of one server: ends those whose clients are too slow, and of the slow ones the slowest where they
 * hold more threads than they may. Whatever a client is slow at, be it a body, its chunks, a body that nobody wants or the
 * answer, its thread waits at one place, and is seen there.
 */
final class ConnectionWatch {

    /** Long enough for most of the others to be through. */
    private static final int RETRY_SECONDS = 5;

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Set<Connection> waiting = ConcurrentHashMap.newKeySet();
    private final Map<Object, Integer> byPeer = new ConcurrentHashMap<>();
    private final int mostOfPeer;

    /** @param mostOfPeer how many connections one network may hold open */
    ConnectionWatch(int mostOfPeer) {
        this.mostOfPeer = mostOfPeer;
    }

    boolean mayOpen(Object peer) {
        return byPeer.getOrDefault(peer, 0) < mostOfPeer;
    }

    void opened(Connection connection) {
        if (open.add(connection)) {
            byPeer.merge(connection.peer(), 1, Integer::sum);
        }
    }

    void closed(Connection connection) {
        waiting.remove(connection);
        if (open.remove(connection)) {
            byPeer.computeIfPresent(connection.peer(), (peer, count) -> count == 1 ? null : count - 1);
        }
    }

    void waits(Connection connection, boolean toWrite) {
        connection.waits(toWrite);
        waiting.add(connection);
    }

    void goesOn(Connection connection) {
        if (connection.goesOn()) {
            waiting.remove(connection);
        }
    }

    void leaves(Connection connection, boolean betweenRequests) {
        connection.leave(betweenRequests);
        waiting.remove(connection);
    }

    /** Ends who is to be ended by now. */
    void look(Patience patience, long now) {
        open.stream()
                .filter(connection -> !connection.isEnded() && patience.isOver(head(connection, now), 0))
                .forEach(connection -> connection.end(problem(ProblemType.TOO_SLOW)));
        List<Slow> slow = waiting.stream()
                .filter(connection -> !connection.isEnded())
                .map(connection -> new Slow(connection, connection.waitedNanos(now), connection.movedBytes()))
                .filter(one -> one.waited().compareTo(Patience.NOTICED) > 0)
                .sorted(Comparator.comparingLong(Slow::bytesPerSecond).reversed())
                .toList();
        int places = patience.places();
        Map<Object, Integer> ofNetwork = new HashMap<>();
        for (Slow one : slow) {
            if (patience.isOver(one.waited(), one.bytes())) {
                one.connection().end(problem(ProblemType.TOO_SLOW));
            } else if (ofNetwork.merge(one.connection().network(), 1, Integer::sum) > patience.placesOfNetwork()) {
                one.connection().end(problem(ProblemType.TOO_MANY_REQUESTS).retryAfter(RETRY_SECONDS));
            } else if (--places < 0) {
                one.connection().end(problem(ProblemType.OVERLOADED).retryAfter(RETRY_SECONDS));
            }
        }
    }

    /** A client for which a thread waits, fast ones first. */
    private record Slow(Connection connection, long nanos, long bytes) {

        private static final long NANOS_PER_SECOND = 1_000_000_000;

        Duration waited() {
            return Duration.ofNanos(nanos);
        }

        long bytesPerSecond() {
            return bytes * NANOS_PER_SECOND / Math.max(1, nanos);
        }
    }

    private static Duration head(Connection connection, long now) {
        return Duration.ofNanos(connection.headNanos(now));
    }

    private static Problem problem(ProblemType type) {
        return Problem.of(type, type.meaning());
    }
}
