package io.agizo.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.TestDatabase;
import io.agizo.shared.CannotStart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RestoreModuleTests {

    private static final String HISTORY = "flyway_schema_history";

    @TempDir
    private Path folder;

    @Test
    void givesAShopItsRowsByARoleThatIsNoSuperuser() throws IOException {
        DataSource shop = TestDatabase.fresh();
        JdbcClient sql = JdbcClient.create(shop);
        sql.sql("insert into customer (id, code, name, phone, locale, created_at, version)"
                        + " values (gen_random_uuid(), 'PENDO', 'Pendo', '+254711000042', 'sw', now(), 1)")
                .update();
        // In the order of names it comes before the customer that it refers to.
        sql.sql("insert into account (id, name, locale, customer_id, version, created_at)"
                        + " select gen_random_uuid(), name, locale, id, 1, now() from customer")
                .update();
        String url = ownedByShop(TestDatabase.emptyUrl());

        try (ShopDatabase target = open(url, "duka")) {
            new RestoreShop(target).run(backUp(shop));
        }

        DataSource restored = at(url);
        assertThat(EveryTable.contents(restored)).isEqualTo(EveryTable.contents(shop));
        assertThat(foreignKeys(restored)).isEqualTo(foreignKeys(shop)).isNotEmpty();
        assertThat(schemas(restored)).doesNotContain("agizo_unfinished");
    }

    @Test
    void appliesTheMigrationsOfAnOlderReleaseAndTheStartOfTheShopTheRest() throws IOException {
        String old = TestDatabase.emptyUrl();
        Flyway.configure()
                .dataSource(at(old))
                .locations("classpath:db/migration/search", "classpath:db/migration/customers")
                .load()
                .migrate();
        String url = TestDatabase.emptyUrl();

        try (ShopDatabase target = open(url, TestDatabase.USER)) {
            new RestoreShop(target).run(backUp(at(old)));

            assertThat(EveryTable.contents(at(url))).isEqualTo(EveryTable.contents(at(old)));
            assertThat(new MigrateDatabase(target).run()).contains("migrations were applied");
        }
    }

    @Test
    void refusesADatabaseInWhichAnythingIs() throws IOException {
        Path file = backUp(TestDatabase.fresh());
        String url = TestDatabase.emptyUrl();
        JdbcClient.create(at(url)).sql("create table mine (id int)").update();

        try (ShopDatabase target = open(url, TestDatabase.USER)) {
            assertThatThrownBy(() -> new RestoreShop(target).run(file))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("not empty: there is public.mine");
        }
        assertThat(schemas(at(url))).doesNotContain("agizo_unfinished");
    }

    @Test
    void refusesABackupOfANewerReleaseAndTouchesNothing() throws IOException {
        DataSource newer = TestDatabase.fresh();
        JdbcClient.create(newer)
                .sql(
                        "insert into flyway_schema_history select 9999, '9999', 'more', 'SQL', 'x/V9999__more.sql', 1, 'x', now(), 1, true")
                .update();
        Path file = backUp(newer);
        String url = TestDatabase.emptyUrl();

        try (ShopDatabase target = open(url, TestDatabase.USER)) {
            assertThatThrownBy(() -> new RestoreShop(target).run(file))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("newer release")
                    .hasMessageContaining("9999");
        }
        assertThat(EveryTable.names(at(url))).isEmpty();
    }

    @Test
    void ofWhichHalfIsThereIsNoShop() throws IOException {
        DataSource shop = TestDatabase.fresh();
        String url = TestDatabase.emptyUrl();

        try (SnapshotStore snapshot = SnapshotStore.of(shop, HISTORY);
                ShopDatabase target = open(url, TestDatabase.USER)) {
            assertThatThrownBy(() -> new FillDatabase(target).from(snapshot, () -> {
                        throw new IllegalStateException("killed");
                    }))
                    .hasMessage("killed");

            assertThatThrownBy(target::mustServe)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("did not come to its end");
        }
    }

    @Test
    void refusesATableThatNoMigrationMakes() throws IOException {
        DataSource shop = TestDatabase.fresh();
        JdbcClient.create(shop).sql("create table mine (id int)").update();
        Path file = backUp(shop);

        try (ShopDatabase target = open(TestDatabase.emptyUrl(), TestDatabase.USER)) {
            assertThatThrownBy(() -> new RestoreShop(target).run(file))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("make: mine.");
        }
    }

    @Test
    void isTriedInADatabaseBesideAndNotedInThatOfTheShop() throws IOException {
        String url = TestDatabase.freshUrl();
        Path file = backUp(at(url));

        try (ShopDatabase shop = open(url, TestDatabase.USER)) {
            String said = new DrillBackup(shop, Clock.systemUTC(), options(url, TestDatabase.USER)).run(file);

            assertThat(said).contains("is good");
            assertThat(new UpkeepStore(shop.source()).last()).containsOnlyKeys(UpkeepStore.DRILL);
        }
        assertThat(drills(url)).isZero();
    }

    @Test
    void isNoGoodIfTheStockInItIsNotWhatTheLedgerSays() throws IOException {
        String url = TestDatabase.freshUrl();
        JdbcClient.create(at(url))
                .sql("insert into stock_level (product_id, on_hand, reserved) values (gen_random_uuid(), 5, 0)")
                .update();
        Path file = backUp(at(url));

        try (ShopDatabase shop = open(url, TestDatabase.USER)) {
            DrillBackup drill = new DrillBackup(shop, Clock.systemUTC(), options(url, TestDatabase.USER));

            assertThatThrownBy(() -> drill.run(file)).hasMessageContaining("the stock of 1 products");
            assertThat(new UpkeepStore(shop.source()).last()).isEmpty();
        }
        assertThat(drills(url)).isZero();
    }

    private static long drills(String url) {
        return JdbcClient.create(at(url))
                .sql("select count(*) from pg_database where datname = current_database() || '_drill'")
                .query(Long.class)
                .single();
    }

    private static List<String> foreignKeys(DataSource database) {
        return JdbcClient.create(database)
                .sql(
                        "select conrelid::regclass || conname || pg_get_constraintdef(oid) from pg_constraint where contype = 'f'"
                                + " order by 1")
                .query(String.class)
                .list();
    }

    private static List<String> schemas(DataSource database) {
        return JdbcClient.create(database)
                .sql("select nspname from pg_namespace")
                .query(String.class)
                .list();
    }

    /** The same database, which a role owns that may do nothing else on the server. */
    private static String ownedByShop(String url) {
        JdbcClient sql = JdbcClient.create(at(url));
        sql.sql("create role duka login").update();
        sql.sql("do $$ begin execute format('alter database %I owner to duka', current_database()); end $$")
                .update();
        return url.replaceFirst("user=\\w+", "user=duka");
    }

    private Path backUp(DataSource shop) throws IOException {
        Path file = folder.resolve("backup.zip");
        try (SnapshotStore snapshot = SnapshotStore.of(shop, HISTORY)) {
            BackupFile.write(snapshot, "1", Instant.parse("2026-11-29T02:30:00Z"), file);
        }
        return file;
    }

    private static ShopDatabase open(String url, String user) {
        return ShopDatabase.open(options(url, user));
    }

    private static String[] options(String url, String user) {
        List<String> options = new ArrayList<>();
        options.add("--spring.datasource.url=" + url);
        options.add("--spring.datasource.username=" + user);
        options.add("--spring.datasource.password=" + TestDatabase.PASSWORD);
        return options.toArray(String[]::new);
    }

    private static DataSource at(String url) {
        return new DriverManagerDataSource(url, TestDatabase.USER, TestDatabase.PASSWORD);
    }
}
