package io.agizo.platform.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ConnectionWatchTests {

    private static final Patience PATIENCE = Patience.of(Duration.ofSeconds(20), 8);

    private final ConnectionWatch watch = new ConnectionWatch(5);
    private final List<SocketChannel> clients = new ArrayList<>();
    private ServerSocketChannel server;

    @BeforeEach
    void listen() throws IOException {
        server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void hangUp() throws IOException {
        for (SocketChannel client : clients) {
            client.close();
        }
        server.close();
    }

    private Connection open() throws IOException {
        clients.add(SocketChannel.open(server.getLocalAddress()));
        Connection connection = new Connection(server.accept());
        watch.opened(connection);
        return connection;
    }

    /** A connection on which somebody of the network has sent so many bytes, and the server waits for more. */
    private Connection waiting(String network, int bytes) throws IOException {
        Connection connection = open();
        connection.serve(new MockHttpServletRequest(), new MockHttpServletResponse(), network);
        connection.moved(bytes);
        watch.waits(connection, false);
        return connection;
    }

    private void lookAfter(Duration time) {
        watch.look(PATIENCE, System.nanoTime() + time.toNanos());
    }

    @Test
    void endsTheSlowestOfANetworkThatHoldsMoreThanAQuarterOfTheThreads() throws IOException {
        Connection slowest = waiting("a", 1);
        Connection slow = waiting("a", 1_000);
        Connection fast = waiting("a", 100_000);
        Connection other = waiting("b", 1);

        lookAfter(Duration.ofSeconds(1));

        assertThat(List.of(slowest, slow, fast, other))
                .extracting(Connection::isEnded)
                .containsExactly(true, false, false, false);
    }

    @Test
    void endsTheSlowestWhereAllTogetherHoldMoreThanHalfOfTheThreads() throws IOException {
        Connection slowest = waiting("a", 1);
        List<Connection> others =
                List.of(waiting("b", 10_000), waiting("c", 10_000), waiting("d", 10_000), waiting("e", 10_000));

        lookAfter(Duration.ofSeconds(1));

        assertThat(slowest.isEnded()).isTrue();
        assertThat(others).noneMatch(Connection::isEnded);
    }

    @Test
    void leavesAloneWhoWaitsNoLongerThanPacketsTake() throws IOException {
        List<Connection> all = List.of(waiting("a", 1), waiting("a", 1), waiting("a", 1), waiting("a", 1));

        lookAfter(Duration.ofMillis(100));

        assertThat(all).noneMatch(Connection::isEnded);
    }

    @Test
    void leavesAnAnswerAloneThatGoesOnAfterItsThreadHasLeft() throws IOException {
        Connection stream = open();
        stream.serve(new MockHttpServletRequest(), new MockHttpServletResponse(), "a");
        watch.leaves(stream, false);
        stream.moved(100);

        lookAfter(Duration.ofMinutes(10));
        assertThat(stream.isEnded()).isFalse();

        watch.leaves(stream, true);
        stream.moved(1);
        lookAfter(Duration.ofMinutes(10));
        assertThat(stream.isEnded()).isTrue();
    }

    @Test
    void waitsLongerForWhoSendsMore() throws IOException {
        Connection idle = waiting("a", 100);
        Connection upload = waiting("b", 500 * 30);

        lookAfter(Duration.ofSeconds(40));

        assertThat(idle.isEnded()).isTrue();
        assertThat(upload.isEnded()).isFalse();

        lookAfter(Duration.ofSeconds(60));

        assertThat(upload.isEnded()).isTrue();
    }

    @Test
    void endsAHeadThatIsNotWholeInTime() throws IOException {
        Connection head = open();
        Connection idle = open();
        head.moved(1);

        lookAfter(Duration.ofSeconds(21));

        assertThat(head.isEnded()).isTrue();
        assertThat(idle.isEnded()).isFalse();
    }

    @Test
    void opensNoMoreThanItsShareToANetwork() throws IOException {
        Connection first = open();
        Object peer = first.peer();
        for (int i = 1; i < 5; i++) {
            open();
        }
        assertThat(watch.mayOpen(peer)).isFalse();

        watch.closed(first);
        watch.closed(first);

        assertThat(watch.mayOpen(peer)).isTrue();
    }
}
