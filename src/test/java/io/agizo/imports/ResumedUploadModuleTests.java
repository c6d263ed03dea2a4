package io.agizo.imports;

import static io.agizo.imports.ImportKind.CUSTOMERS;
import static io.agizo.imports.ImportKind.ORDERS;
import static io.agizo.imports.ImportReport.State.DONE;
import static io.agizo.imports.ImportReport.State.FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ResumedUploadModuleTests {

    private static final int ROWS = 9_000;

    private final DataSource database = TestDatabase.fresh();

    @AutoClose
    private final UploadDesk one = UploadDesk.on(database);

    @AutoClose
    private final UploadDesk other = UploadDesk.on(database);

    @Test
    void goesOnWhereAStoppedReplicaLeftOff() {
        ImportId id = one.store(UploadDesk.csv(ORDERS), manyOrders());
        AtomicInteger steps = new AtomicInteger();

        while (one.state(id) != DONE) {
            UploadDesk next = steps.get() % 2 == 0 ? one : other;
            steps.incrementAndGet();
            AtomicInteger stepsOfThis = new AtomicInteger();
            next.worker().workOffNext(() -> stepsOfThis.incrementAndGet() <= 1);
        }

        assertThat(steps).hasValueGreaterThan(8);
        assertEverythingOnce(id);
    }

    @Test
    void placesNothingTwiceWhenAReplicaIsTakenForDeadAgainAndAgain() {
        ImportId id = one.store(UploadDesk.csv(ORDERS), manyOrders());

        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> workUntilDone(one, id));
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> workUntilDone(other, id));
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(30))
                .until(() -> {
                    one.sql()
                            .sql("update import set leased_until = '2000-01-01' where state = 'running'")
                            .update();
                    return first.isDone() && second.isDone();
                });

        assertEverythingOnce(id);
    }

    @Test
    void undoesTheStepOfAReplicaThatWasTakenOver() {
        ImportId id = one.store(UploadDesk.csv(CUSTOMERS), "code,name\nC-1,Amina\n");
        AtomicInteger steps = new AtomicInteger();

        one.worker().workOffNext(() -> {
            if (steps.getAndIncrement() == 0) {
                one.sql().sql("update import set leased_until = '2000-01-01'").update();
                other.workOff();
            }
            return true;
        });

        assertThat(steps).hasValue(1);
        assertThat(one.report(id).accepted()).isEqualTo(1);
        assertThat(one.count("import_row")).isZero();
        assertThat(one.count("import_key")).isZero();
    }

    @Test
    void survivesTheLossOfEveryConnection() {
        ImportId id = one.store(UploadDesk.csv(ORDERS), manyOrders());

        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> workUntilDone(one, id));
        for (int orders = 1_000; orders < ROWS - 2_000; orders += 1_000) {
            int reached = orders;
            patiently().until(() -> other.count("orders") >= reached);
            loseEveryConnection();
        }
        work.join();

        assertEverythingOnce(id);
    }

    @Test
    void waitsForAnUploadThatAnotherReplicaWorksOn() {
        ImportId customers = one.store(UploadDesk.csv(CUSTOMERS), "code,name\nC-1,Amina\n");
        ImportId orders = one.store(UploadDesk.csv(ORDERS), "customer,item,amount\nC-1,Bread,65\n");
        one.sql()
                .sql(
                        "update import set state = 'running', lease_id = ?, leased_until = now() + interval '1 minute' where id = ?")
                .params(UUID.randomUUID(), customers.value())
                .update();

        assertThat(other.worker().workOffNext(() -> true)).isFalse();

        one.sql()
                .sql("update import set leased_until = now() - interval '1 minute'")
                .update();
        other.workOff();
        assertThat(other.report(orders).accepted()).isEqualTo(1);
    }

    @Test
    void givesUpAnUploadThatFailsAgainAndAgain() {
        ImportId id = one.store(UploadDesk.csv(CUSTOMERS), "code,name\nC-1,Amina\n");
        one.sql().sql("alter table customer rename to customer_away").update();

        int attempts = 0;
        while (one.state(id) != FAILED) {
            assertThat(one.worker().workOffNext(() -> true)).isTrue();
            assertThat(one.worker().workOffNext(() -> true)).as("at once again").isFalse();
            one.sql().sql("update import set leased_until = '2000-01-01'").update();
            assertThat(++attempts).isLessThan(10);
        }

        assertThat(attempts).isGreaterThan(3);
        assertThat(one.report(id).errors()).hasSize(1);
    }

    @Test
    void givesUpAnUploadOfWhichTheMachineDiesAgainAndAgain() {
        ImportId id = one.store(UploadDesk.csv(CUSTOMERS), "code,name\nC-1,Amina\n");

        for (int attempts = 0; one.state(id) != FAILED; attempts++) {
            one.worker().workOffNext(() -> {
                throw new InternalError("for a test");
            });
            assertThat(one.worker().workOffNext(() -> true)).as("at once again").isFalse();
            one.sql().sql("update import set leased_until = '2000-01-01'").update();
            assertThat(attempts).isLessThan(10);
        }

        assertThat(one.report(id).errors()).hasSize(1);
    }

    @Test
    void forgetsReportsAndUnfinishedArrivalsOfLongAgo() {
        ImportReport recent = one.upload(CUSTOMERS, "code,name", "C-1,Amina");
        ImportReport old = one.upload(CUSTOMERS, "code,name", "C-1,");
        one.sql()
                .sql("update import set finished_at = now() - interval '31 days' where id = ?")
                .param(old.id().value())
                .update();

        one.modules().get(ForgetImports.class).forgetOld();

        assertThat(one.sql().sql("select id from import").query(UUID.class).list())
                .isEqualTo(List.of(recent.id().value()));
        assertThat(one.count("import_error")).isZero();
    }

    private static void workUntilDone(UploadDesk desk, ImportId id) {
        patiently().until(() -> {
            desk.worker().workOffNext(() -> true);
            return desk.state(id) == DONE;
        });
    }

    /** Through failures, which are what these tests are about. */
    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(10))
                .ignoreExceptions();
    }

    /** As when the database restarts; and whoever comes next need not wait for the lease to run out. */
    private void loseEveryConnection() {
        one.sql().sql("""
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                 where datname = current_database() and pid <> pg_backend_pid()
                """).query(Integer.class).single();
        patiently().until(() -> {
            one.sql()
                    .sql("update import set leased_until = '2000-01-01', attempts = 0 where state = 'running'")
                    .update();
            return true;
        });
    }

    private void assertEverythingOnce(ImportId id) {
        ImportReport report = one.report(id);
        assertThat(List.of(report.read(), report.accepted(), report.rejected()))
                .containsExactly(ROWS, ROWS - ROWS / 10, ROWS / 10);
        assertThat(one.count("orders")).isEqualTo(ROWS - ROWS / 10);
        assertThat(one.count("import_error where import_id = '" + id + "'")).isEqualTo(ROWS / 10);
    }

    /** Half of them with a reference; every tenth is refused. */
    private static String manyOrders() {
        StringBuilder file = new StringBuilder("reference,item,amount\n");
        for (int i = 1; i <= ROWS; i++) {
            file.append(i % 2 == 0 ? "R-" + i : "")
                    .append(",Bread,")
                    .append(i % 10 == 0 ? "free" : "65")
                    .append('\n');
        }
        return file.toString();
    }
}
