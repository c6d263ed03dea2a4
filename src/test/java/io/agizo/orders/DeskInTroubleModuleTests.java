package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.CLERK;
import static io.agizo.orders.OrderFixtures.orderOf;
import static io.agizo.orders.OrderFixtures.orderUnder;
import static io.agizo.orders.OrderFixtures.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.orders.OrderRefused.AlreadyPlaced;
import io.agizo.orders.OrderRefused.DeskFull;
import io.agizo.orders.OrderRefused.Unconfirmed;
import io.agizo.orders.Placement.Placed;
import io.agizo.workers.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;

class DeskInTroubleModuleTests {

    @AutoClose
    private final ShopFloor shop = ShopFloor.open();

    private final UUID tea = shop.stock("TEA", 1_000);
    private final UUID milk = shop.stock("MILK", 1_000);
    private OrderDesk desk;

    @BeforeEach
    void openASmallDesk() {
        desk = deskWith(new DeskSettings(256, 4, Duration.ofMinutes(1)), shop.get(Placing.class));
    }

    @Test
    void turnsAwayWhomItHasNoRoomForAtOnce() throws SQLException {
        try (Connection blocker = lock(tea)) {
            CompletableFuture<Placement> underWay = desk.submit(CLERK, orderOf(units(1, "TEA")));
            awaitWaitingForALock();
            List<CompletableFuture<Placement>> waiting = IntStream.range(0, 4)
                    .mapToObj(i -> desk.submit(CLERK, orderOf(units(1, "TEA"))))
                    .toList();

            assertThat(desk.place(CLERK, orderOf(units(1, "TEA")))).isInstanceOf(DeskFull.class);

            blocker.rollback();
            assertThat(underWay.join()).isInstanceOf(Placed.class);
            assertThat(waiting).allSatisfy(order -> assertThat(order.join()).isInstanceOf(Placed.class));
        }
        assertThat(shop.reserved(tea)).isEqualTo(5);
    }

    @Test
    void turnsAwayWhoWaitedTooLong() throws SQLException {
        desk.stop();
        desk = deskWith(new DeskSettings(256, 4, Duration.ZERO), shop.get(Placing.class));

        assertThat(desk.place(CLERK, orderOf(units(1, "TEA")))).isInstanceOf(DeskFull.class);
        assertThat(shop.count("orders")).isZero();
    }

    @Test
    void placesTheOthersWhenOneSpoilsTheBatch() throws SQLException {
        CompletableFuture<Placement> milkOrder;
        CompletableFuture<Placement> taken;
        CompletableFuture<Placement> free;
        try (Connection elsewhere = connection()) {
            Placed first = (Placed) desk.place(CLERK, orderOf(units(1, "MILK")));
            execute(
                    elsewhere,
                    "update orders set reference = 'R-1' where number = '"
                            + first.order().number() + "'");
            try (Connection blocker = lock(milk)) {
                milkOrder = desk.submit(CLERK, orderOf(units(1, "MILK")));
                awaitWaitingForALock();
                taken = desk.submit(CLERK, orderUnder("R-1", units(1, "TEA")));
                free = desk.submit(CLERK, orderOf(units(1, "TEA")));
                blocker.rollback();
            }
            milkOrder.join();
            awaitWaitingForALock();
            elsewhere.commit();
        }
        assertThat(taken.join()).isInstanceOf(AlreadyPlaced.class);
        assertThat(free.join()).isInstanceOf(Placed.class);
        assertThat(shop.count("orders")).isEqualTo(3);
        assertThat(shop.reserved(tea)).isOne();
        assertThat(shop.productsOffTheLedger()).isZero();
    }

    @Test
    void neverTriesAgainWhatMayBeCommitted() {
        desk.stop();
        desk = deskWith(
                settings(), placingOver(new LosesTheConnectionAfterCommit(shop.get(PlatformTransactionManager.class))));

        assertThat(desk.place(CLERK, orderUnder("R-1", units(1, "TEA")))).isInstanceOf(Unconfirmed.class);
        assertThat(shop.desk().place(CLERK, orderUnder("R-1", units(1, "TEA")))).isInstanceOf(AlreadyPlaced.class);
        assertThat(shop.count("orders")).isOne();
    }

    @Test
    void promisesNothingThatIsNotOnDisk() {
        desk.stop();
        JdbcClient nowhere = JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none"));
        desk = deskWith(settings(), shop.get(Placing.class), new CommitStore(nowhere));

        assertThat(desk.place(CLERK, orderUnder("R-1", units(1, "TEA")))).isInstanceOf(Unconfirmed.class);
        assertThat(shop.desk().place(CLERK, orderUnder("R-1", units(1, "TEA")))).isInstanceOf(AlreadyPlaced.class);
    }

    @Test
    void placesWhoIsInsideBeforeItCloses() throws SQLException {
        List<CompletableFuture<Placement>> inside;
        Thread closing;
        try (Connection blocker = lock(tea)) {
            inside = IntStream.range(0, 4)
                    .mapToObj(i -> desk.submit(CLERK, orderOf(units(1, "TEA"))))
                    .toList();
            awaitWaitingForALock();
            closing = Thread.startVirtualThread(desk::stop);
            await().until(() -> !desk.isRunning());
            assertThat(desk.place(CLERK, orderOf(units(1, "TEA")))).isInstanceOf(DeskFull.class);
            blocker.rollback();
        }
        assertThat(inside).allSatisfy(order -> assertThat(order.join()).isInstanceOf(Placed.class));
        await().until(() -> !closing.isAlive());
    }

    private static DeskSettings settings() {
        return new DeskSettings(256, 4096, Duration.ofMinutes(1));
    }

    private OrderDesk deskWith(DeskSettings settings, Placing placing) {
        return deskWith(settings, placing, shop.get(CommitStore.class));
    }

    private static OrderDesk deskWith(DeskSettings settings, Placing placing, CommitStore commits) {
        OrderDesk desk = new OrderDesk(
                placing, commits, settings, new DeskFigures(new SimpleMeterRegistry(), new Traces(Tracer.NOOP)));
        desk.start();
        return desk;
    }

    private Placing placingOver(PlatformTransactionManager transactions) {
        return new Placing(
                transactions,
                shop.get(io.agizo.shared.Shop.class),
                shop.get(io.agizo.api.IdempotentAnswers.class),
                shop.get(MentionedInOrders.class),
                shop.get(io.agizo.customers.CustomerDirectory.class),
                shop.get(CartsAtTheDesk.class),
                shop.get(io.agizo.inventory.Stock.class),
                shop.get(NewOrderStore.class),
                shop.get(TextCustomers.class),
                shop.get(io.agizo.live.Live.class),
                shop.get(CommitStore.class),
                shop.get(java.time.Clock.class));
    }

    private Connection connection() throws SQLException {
        Connection connection = shop.get(DataSource.class).getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private Connection lock(UUID product) throws SQLException {
        Connection connection = connection();
        execute(connection, "select 1 from stock_level where product_id = '" + product + "' for update");
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void awaitWaitingForALock() {
        await().until(() ->
                shop.count("pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") > 0);
    }

    /** Commits, and then fails as a connection does that breaks before the database's word has come through. */
    private record LosesTheConnectionAfterCommit(PlatformTransactionManager real)
            implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(org.springframework.transaction.TransactionDefinition definition) {
            return real.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            real.commit(status);
            throw new org.springframework.dao.DataAccessResourceFailureException(
                    "lost", new SQLException("An I/O error occurred while sending to the backend", "08006"));
        }

        @Override
        public void rollback(TransactionStatus status) {
            real.rollback(status);
        }
    }
}
