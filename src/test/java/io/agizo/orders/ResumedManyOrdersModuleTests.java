package io.agizo.orders;

import static io.agizo.orders.ManyOrders.SEVERAL;
import static io.agizo.orders.ManyOrders.workOff;
import static io.agizo.orders.ManyOrders.workOffNext;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.AllowedCallers;
import io.agizo.TestDatabase;
import io.agizo.identity.Permission;
import io.agizo.orders.ManyOrdersReport.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Jobs that go on, whatever happens to who works on them and to who asked for them. */
class ResumedManyOrdersModuleTests {

    private final DataSource database = TestDatabase.fresh();

    @AutoClose
    private final ShopFloor shop = ShopFloor.on(database);

    @AutoClose
    private final ShopFloor other = ShopFloor.on(database);

    private final ManyOrders orders = new ManyOrders(shop);

    @Test
    void goesOnWhereAStoppedReplicaLeftOff() {
        orders.place(SEVERAL);
        ManyOrdersId id = orders.askToAccept();
        AtomicInteger steps = new AtomicInteger();

        workOffNext(shop, () -> steps.getAndIncrement() == 0);

        ManyOrdersReport half = orders.report(id);
        assertThat(half.state()).isEqualTo(State.RUNNING);
        assertThat(half.done()).isEqualTo(ManyOrdersWorker.MOST_AT_A_TIME);
        workOff(other);
        assertEachOnce(id, SEVERAL);
    }

    @Test
    void undoesTheStepOfAReplicaThatWasTakenOver() {
        orders.place(20);
        ManyOrdersId id = orders.askToAccept();
        AtomicInteger steps = new AtomicInteger();

        workOffNext(shop, () -> {
            if (steps.getAndIncrement() == 0) {
                runOutLeases();
                workOff(other);
            }
            return true;
        });

        assertEachOnce(id, 20);
        assertThat(orders.report(id).refused()).isZero();
    }

    @Test
    void doesNothingTwiceWhenReplicasAreTakenForDeadAgainAndAgain() {
        orders.place(SEVERAL);
        ManyOrdersId id = orders.askToAccept();

        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> workUntilDone(shop, id));
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> workUntilDone(other, id));
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    runOutLeases();
                    return first.isDone() && second.isDone();
                });

        assertEachOnce(id, SEVERAL);
    }

    @Test
    void leavesTheRestToBeOnceThePermissionIsTakenAway() {
        orders.place(SEVERAL);
        ManyOrdersId id = orders.askToAccept();

        workOffNext(shop, () -> {
            shop.get(AllowedCallers.class).leave("clerk", Permission.ORDERS_READ);
            return true;
        });

        ManyOrdersReport report = orders.report(id);
        assertThat(report.state()).isEqualTo(State.STOPPED);
        assertThat(report.left()).isEqualTo(SEVERAL);
        assertThat(shop.count("orders where status = 'pending'")).isEqualTo(SEVERAL);
    }

    @Test
    void takesTenThousandWithATrueCount() {
        shop.sql().sql("""
                with placed as (
                    insert into orders (id, number, status, total, note, ordered_at, placed_at, placed_by, version)
                    select gen_random_uuid(), left(n, 4) || '-' || right(n, 3), 'pending', 65, '', now(), now(), 'test', 1
                      from (select lpad(i::text, 7, '0') from generate_series(1, 10000) i) as o (n)
                    returning id
                ), line as (
                    insert into order_line (order_id, line_number, item, quantity, amount)
                    select id, 1, 'Bread', 1, 65 from placed
                )
                insert into order_event (order_id, seq, event, by_whom, at) select id, 1, 'placed', 'test', now() from placed
                """).update();
        ManyOrdersId id = orders.askToAccept();
        List<Integer> counts = new ArrayList<>();

        shop.get(ManyOrdersWorker.class)
                .workOffNext(() -> counts.add(orders.report(id).done()));

        assertThat(counts)
                .containsExactlyElementsOf(IntStream.iterate(0, n -> n < 10_000, n -> n + 100)
                        .boxed()
                        .toList());
        assertEachOnce(id, 10_000);
    }

    private void workUntilDone(ShopFloor replica, ManyOrdersId id) {
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(5)).until(() -> {
            workOffNext(replica, () -> true);
            return orders.report(id).ended();
        });
    }

    private void runOutLeases() {
        shop.sql()
                .sql("update many_orders set leased_until = '2000-01-01', attempts = 0 where state = 'running'")
                .update();
    }

    private void assertEachOnce(ManyOrdersId id, int all) {
        ManyOrdersReport report = orders.report(id);
        assertThat(report.state()).isEqualTo(State.DONE);
        assertThat(List.of(report.total(), report.done(), report.refused())).containsExactly(all, all, 0);
        assertThat(shop.count("order_event where event = 'accepted'")).isEqualTo(all);
        assertThat(shop.count("orders where status = 'accepted' and version = 2"))
                .isEqualTo(all);
    }
}
