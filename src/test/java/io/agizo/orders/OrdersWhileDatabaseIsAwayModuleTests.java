package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.CLERK;
import static io.agizo.orders.OrderFixtures.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.agizo.SwitchedDatabase;
import io.agizo.TestDatabase;
import io.agizo.customers.CustomerCode;
import io.agizo.orders.OrderRefused.AlreadyPlaced;
import io.agizo.orders.OrderRefused.DeskFull;
import io.agizo.orders.OrderRefused.Unconfirmed;
import io.agizo.orders.Placement.Placed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrdersWhileDatabaseIsAwayModuleTests {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The patience and the second that is promised, and two more for whoever shares the machine. */
    private static final Duration PROMISED = PATIENCE.plusSeconds(3);

    private static final int CLERKS = 8;
    private static final int ABSENCES = 2;

    private final SwitchedDatabase database = new SwitchedDatabase();

    @AutoClose
    private final HikariDataSource pool = pool();

    @AutoClose
    private final ShopFloor shop = ShopFloor.on(pool);

    private final UUID tea = shop.stock("TEA", 100_000);
    private final AtomicInteger references = new AtomicInteger();
    private OrderDesk desk;

    /** What a clerk was told of an order, and how long that took. */
    private record Told(String reference, Placement placement, Duration waited) {}

    @BeforeEach
    void openADesk() {
        shop.knowCustomer("C-001", "+254711000001");
        desk = new OrderDesk(
                shop.get(Placing.class),
                shop.get(CommitStore.class),
                new DeskSettings(256, 4096, PATIENCE),
                shop.get(DeskFigures.class));
        desk.start();
    }

    @AfterEach
    void close() {
        desk.stop();
    }

    @Test
    void answersEverybodyInTimeAndPlacesTheFirstOnceItIsBack() throws Exception {
        List<Told> told = new ArrayList<>();
        try (ExecutorService clerks = Executors.newFixedThreadPool(CLERKS)) {
            for (int absence = 0; absence < ABSENCES; absence++) {
                told.addAll(keepOrderingWhileItLeaves(clerks));

                database.comeBack();
                Told first = order();
                assertThat(first.placement()).isInstanceOf(Placed.class);
                told.add(first);
            }
        }

        assertThat(told).allSatisfy(each -> assertThat(each.waited()).isLessThan(PROMISED));
        assertThat(told)
                .extracting(Told::placement)
                .hasAtLeastOneElementOfType(DeskFull.class)
                .allMatch(each -> each instanceof Placed || each instanceof DeskFull || each instanceof Unconfirmed);
        told.forEach(this::isInTheBooksAsTold);
        assertThat(shop.count("orders")).isEqualTo(shop.count("(select distinct reference from orders) once"));
        assertThat(shop.reserved(tea)).isEqualTo((int) shop.count("orders"));
        assertThat(shop.productsOffTheLedger()).isZero();
        assertThat(shop.stepsOffTheTexts()).isZero();
    }

    /** Eight clerks place order after order; each goes on until it has been sent away while the database is gone. */
    private List<Told> keepOrderingWhileItLeaves(ExecutorService clerks)
            throws InterruptedException, ExecutionException {
        AtomicBoolean gone = new AtomicBoolean();
        List<Future<List<Told>>> days = IntStream.range(0, CLERKS)
                .mapToObj(clerk -> clerks.submit(() -> orderUntilSentAway(gone)))
                .toList();
        int seen = references.get();
        await().until(() -> references.get() > seen + 3 * CLERKS);
        database.leave();
        gone.set(true);
        List<Told> told = new ArrayList<>();
        for (Future<List<Told>> day : days) {
            told.addAll(day.get());
        }
        return told;
    }

    private List<Told> orderUntilSentAway(AtomicBoolean gone) {
        List<Told> told = new ArrayList<>();
        boolean sentAway = false;
        while (!sentAway) {
            boolean away = gone.get();
            told.add(order());
            sentAway = away && told.getLast().placement() instanceof DeskFull;
        }
        return told;
    }

    private Told order() {
        String reference = "R-" + references.incrementAndGet();
        long began = System.nanoTime();
        Placement placement = desk.place(CLERK, order(reference));
        return new Told(reference, placement, Duration.ofNanos(System.nanoTime() - began));
    }

    private static NewOrderRequest order(String reference) {
        var buyer = new NewOrderRequest.Buyer.Known(new CustomerCode("C-001"));
        return new NewOrderRequest(buyer, List.of(units(1, "TEA")), null, "", reference, true);
    }

    /** A repeat under the reference settles what was not known, and nothing is there that was said not to be. */
    private void isInTheBooksAsTold(Told told) {
        long there = shop.count("orders where reference = '" + told.reference() + "'");
        switch (told.placement()) {
            case Placed placed -> assertThat(there).isOne();
            case DeskFull full -> assertThat(there).isZero();
            case Unconfirmed unconfirmed -> {
                Placement repeat = desk.place(CLERK, order(told.reference()));
                assertThat(repeat).isInstanceOf(there == 1 ? AlreadyPlaced.class : Placed.class);
            }
            default -> throw new AssertionError(told);
        }
    }

    private HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(TestDatabase.USER);
        pool.setPassword(TestDatabase.PASSWORD);
        // As the shop has it: longer than the pool ever pauses between two tries to connect.
        pool.setConnectionTimeout(5_500);
        pool.setMaximumPoolSize(4);
        return pool;
    }
}
