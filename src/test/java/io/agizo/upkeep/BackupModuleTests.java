package io.agizo.upkeep;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.TestDatabase;
import io.agizo.shared.CannotStart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class BackupModuleTests {

    private static final String HISTORY = "flyway_schema_history";
    private static final Instant AT = Instant.parse("2026-11-29T02:30:00Z");

    @TempDir
    private Path folder;

    @Test
    void hasARowOfEveryTableAndBringsItBack() throws IOException {
        DataSource shop = EveryTable.lax();
        EveryTable.fill(shop);
        JdbcClient.create(shop).sql("create sequence numbers").update();
        JdbcClient.create(shop)
                .sql("select nextval('numbers') from generate_series(1, 41)")
                .query(Long.class)
                .list();
        Path file = backUp(shop);
        DataSource restored = EveryTable.lax();
        JdbcClient.create(restored).sql("create sequence numbers").update();
        JdbcClient.create(restored).sql("create schema agizo_unfinished").update();

        try (BackupFile backup = BackupFile.open(file)) {
            new TargetStore(restored).load(backup, () -> {});
        }

        Map<String, List<String>> contents = EveryTable.contents(shop);
        assertThat(contents)
                .hasSizeGreaterThan(60)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
        assertThat(EveryTable.contents(restored)).isEqualTo(contents);
        assertThat(JdbcClient.create(restored)
                        .sql("select nextval('numbers')")
                        .query(Long.class)
                        .single())
                .isEqualTo(42);
        assertThat(JdbcClient.create(restored)
                        .sql("select count(*) from pg_trigger where not tgisinternal and tgenabled <> 'O'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void showsOneMomentWhateverIsWrittenMeanwhile() throws IOException {
        DataSource shop = TestDatabase.fresh();
        JdbcClient sql = JdbcClient.create(shop);
        sql.sql("insert into upkeep_run values ('before', now())").update();
        Path file = folder.resolve("moment.zip");

        try (SnapshotStore snapshot = SnapshotStore.of(shop, HISTORY)) {
            sql.sql("insert into upkeep_run values ('after', now())").update();
            BackupFile.write(snapshot, "1", AT, file);
        }

        try (BackupFile backup = BackupFile.open(file)) {
            assertThat(backup.manifest().tables())
                    .filteredOn(each -> each.table().name().equals("upkeep_run"))
                    .singleElement()
                    .satisfies(each -> assertThat(each.sum().rows()).isEqualTo(1));
        }
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backUp(TestDatabase.fresh()))))
                .isEqualTo("rw-------");
    }

    @Test
    void namesWhatIsNoneOfTheShops() {
        DataSource shop = TestDatabase.fresh();
        JdbcClient.create(shop).sql("create schema reports").update();
        JdbcClient.create(shop).sql("create table reports.week (day date)").update();

        try (SnapshotStore snapshot = SnapshotStore.of(shop, HISTORY)) {
            assertThat(snapshot.strangers()).containsExactly("reports.week");
        }
    }

    @Test
    void isNotMadeOfADatabaseWithoutAShop() {
        DataSource empty =
                new DriverManagerDataSource(TestDatabase.emptyUrl(), TestDatabase.USER, TestDatabase.PASSWORD);

        assertThatThrownBy(() -> SnapshotStore.of(empty, HISTORY))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("no shop");
    }

    /** What a kill in the middle would leave. */
    @Test
    void isNoneBeforeItIsWhole() throws IOException {
        List<Path> meanwhile = new ArrayList<>();
        try (SnapshotStore snapshot = SnapshotStore.of(TestDatabase.fresh(), HISTORY)) {
            BackupFile.write(
                    new Watched(snapshot, () -> {
                        try (Stream<Path> files = Files.list(folder)) {
                            meanwhile.addAll(files.toList());
                            meanwhile.forEach(BackupModuleTests::assertRefused);
                        }
                    }),
                    "1",
                    AT,
                    folder.resolve("backup.zip"));
        }

        assertThat(meanwhile).extracting(Path::toString).isNotEmpty().allMatch(name -> name.endsWith(".part"));
        assertThat(folder.toFile().list()).containsExactly("backup.zip");
    }

    @Test
    void ifItCannotBeWrittenLeavesNothingThatLooksLikeOne() throws IOException {
        DataSource shop = TestDatabase.fresh();
        try (SnapshotStore snapshot = SnapshotStore.of(shop, HISTORY)) {
            Snapshot interrupted = new Watched(snapshot, () -> {
                throw new IOException("the line is gone");
            });
            assertThatThrownBy(() -> BackupFile.write(interrupted, "1", AT, folder.resolve("half.zip")))
                    .hasMessage("the line is gone");
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isRefusedWhereverItIsCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(backUp(TestDatabase.fresh()));
        for (int length : List.of(0, 1, whole.length / 2, whole.length - 30, whole.length - 1)) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));

            assertRefused(cut);
        }
    }

    @Test
    void isRefusedIfAnyOfItsPartsWasChanged() throws IOException {
        Path file = backUp(TestDatabase.fresh());
        byte[] whole = Files.readAllBytes(file);
        for (String part : List.of("tables/" + HISTORY + ".copy", "manifest.json", "manifest.sha256")) {
            byte[] edited = whole.clone();
            int name = new String(whole, ISO_8859_1).indexOf(part);
            edited[name + part.length() + 20] ^= 0x10;
            Path other = Files.write(folder.resolve("edited"), edited);

            assertRefused(other);
        }
    }

    @Test
    void isRefusedIfARowWasTakenOutOfATable() throws IOException {
        Path file = backUp(TestDatabase.fresh());
        try (var zip = FileSystems.newFileSystem(file)) {
            Files.write(zip.getPath("tables", HISTORY + ".copy"), List.of(), StandardOpenOption.TRUNCATE_EXISTING);
            Files.write(
                    zip.getPath("tables", HISTORY + ".copy"),
                    Stream.of(BinaryCopy.header(), BinaryCopy.end())
                            .collect(ByteArrayOutputStream::new, (all, part) -> all.writeBytes(part), (a, b) -> {})
                            .toByteArray());
        }

        assertRefused(file);
    }

    private static void assertRefused(Path file) {
        assertThatThrownBy(() -> {
                    try (BackupFile backup = BackupFile.open(file)) {
                        backup.mustBeWhole();
                    }
                })
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("no backup, or a damaged one");
    }

    private Path backUp(DataSource shop) throws IOException {
        Path file = folder.resolve("backup.zip");
        try (SnapshotStore snapshot = SnapshotStore.of(shop, HISTORY)) {
            BackupFile.write(snapshot, "1", AT, file);
        }
        return file;
    }

    /** What happens before the last table of a snapshot is read. */
    private interface Step {
        void run() throws IOException;
    }

    /** A snapshot during which something else happens. */
    private record Watched(Snapshot whole, Step beforeTheLast) implements Snapshot {

        @Override
        public List<Migration> migrations() {
            return whole.migrations();
        }

        @Override
        public List<Table> tables() {
            return whole.tables();
        }

        @Override
        public List<Sequence> sequences() {
            return whole.sequences();
        }

        @Override
        public TableSum read(Table table, Rows rows) throws IOException {
            if (table.equals(tables().getLast())) {
                beforeTheLast.run();
            }
            return whole.read(table, rows);
        }
    }
}
