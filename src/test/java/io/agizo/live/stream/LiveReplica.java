package io.agizo.live.stream;

import com.zaxxer.hikari.HikariDataSource;
import io.agizo.TestDatabase;
import io.agizo.live.Live;
import io.agizo.live.LiveFixtures;
import io.agizo.live.Outbox;
import io.agizo.live.SubjectNames;
import io.agizo.live.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The live part of a replica, for as many of them as a test wants on one database. */
final class LiveReplica implements AutoCloseable {

    static final String ID_OF_TEA = "0193a1b2-0000-7000-8000-000000000001";

    private static final Pattern ID = Pattern.compile("(?m)^id: (.+)$");

    private final HikariDataSource pool = new HikariDataSource();
    private final Outbox outbox = new Outbox();
    private final LiveHub hub = new LiveHub();
    private final Wire wire = new Wire(JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build());
    private final LiveStreams streams = new LiveStreams(hub, wire);
    private final Courier courier;
    private final LiveListener listener;

    LiveReplica(String url) {
        pool.setJdbcUrl(url);
        pool.setUsername(TestDatabase.USER);
        pool.setPassword(TestDatabase.PASSWORD);
        pool.setMaximumPoolSize(2);
        pool.setConnectionTimeout(500);
        courier = new Courier(outbox, List.of(new Tea()), wire, new NotifyStore(JdbcClient.create(pool)));
        listener = new LiveListener(new ListenStore(new Address(url)), wire, hub, List.of());
        hub.start();
        courier.start();
        // The first thing that anyone hears is that a replica has started, if they listen before it; tests begin after.
        Listener first = listen("first", Set.of(Topic.values()), null, 60_000);
        listener.start();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> first.timesToldToFetch() > 1);
    }

    Live live() {
        return LiveFixtures.with(outbox);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    Listener listen(String name, Set<Topic> topics) {
        return listen(name, topics, null, 0);
    }

    Listener listen(String name, Set<Topic> topics, @Nullable String last, long age) {
        return new Listener(name, null, topics, last, age);
    }

    Listener stranger(String name, String network) {
        return new Listener(name, network, Set.of(Topic.ORDERS), null, 0);
    }

    @Override
    public void close() {
        hub.stop();
        listener.stop();
        courier.stop();
        pool.close();
    }

    /** Someone with an open page. */
    final class Listener implements Audience {

        private final String name;
        private final @Nullable String network;
        private final Set<Topic> topics;
        private final AtomicBoolean forbidden = new AtomicBoolean();
        private final MockHttpServletRequest request = new MockHttpServletRequest();
        private final MockHttpServletResponse response = new MockHttpServletResponse();

        private Listener(String name, @Nullable String network, Set<Topic> topics, @Nullable String last, long age) {
            this.name = name;
            this.network = network;
            this.topics = topics;
            request.setAsyncSupported(true);
            try {
                streams.open(this, last, age, request, response);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<String> network() {
            return Optional.ofNullable(network);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Optional<Hearing> hearing() {
            return forbidden.get() || topics.isEmpty() ? Optional.empty() : Optional.of(Hearing.of(topics));
        }

        String heard() {
            return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        }

        int timesToldToFetch() {
            return heard().split("event: again", -1).length - 1;
        }

        int status() {
            return response.getStatus();
        }

        String firstId() {
            return ids().getFirst();
        }

        String lastId() {
            return ids().getLast();
        }

        private List<String> ids() {
            return ID.matcher(heard())
                    .results()
                    .map((MatchResult id) -> id.group(1))
                    .toList();
        }

        void forbid() {
            forbidden.set(true);
        }

        boolean isOver() {
            return !request.isAsyncStarted();
        }
    }

    /** Knows one product by its id. */
    private static final class Tea implements SubjectNames {

        @Override
        public Topic topic() {
            return Topic.STOCK;
        }

        @Override
        public Map<String, String> names(Collection<String> subjects) {
            return Map.of(ID_OF_TEA, "TEA-500");
        }
    }

    private record Address(String url) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return TestDatabase.USER;
        }

        @Override
        public String getPassword() {
            return TestDatabase.PASSWORD;
        }
    }
}
