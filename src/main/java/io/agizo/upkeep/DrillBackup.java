package io.agizo.upkeep;

import io.agizo.inventory.CheckLedger;
import io.agizo.shared.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;

/** Proves that a shop can be brought back from a backup, by doing so beside the running one. */
final class DrillBackup {

    private final ShopDatabase shop;
    private final Clock clock;
    private final String[] options;

    DrillBackup(ShopDatabase shop, Clock clock, String... options) {
        this.shop = shop;
        this.clock = clock;
        this.options = options;
    }

    /** And says what came of it, also in the database of the shop. */
    String run(Path file) throws IOException {
        try (BackupFile backup = BackupFile.open(file)) {
            if (shop.embedded()) {
                restoreBelowTheFolder(backup);
            } else {
                restoreBeside(backup);
            }
            if (!shop.embedded() || Files.isDirectory(shop.folder().resolve("postgres"))) {
                new UpkeepStore(shop.source()).note(UpkeepStore.DRILL, clock.instant());
            }
            Manifest manifest = backup.manifest();
            return "The backup of %s is good: %,d rows of %d tables were restored and are the same, and the stock adds up."
                    .formatted(manifest.at(), manifest.rows(), manifest.tables().size());
        }
    }

    private void restoreBelowTheFolder(BackupFile backup) throws IOException {
        try (ShopDatabase scratch = ShopDatabase.open(OwnPostgres::scratch, options)) {
            restore(backup, scratch);
        }
    }

    private void restoreBeside(BackupFile backup) throws IOException {
        ScratchStore beside = new ScratchStore(shop.source());
        String url = "--spring.datasource.url=";
        Stream<String> others = Arrays.stream(options).filter(option -> !option.startsWith(url));
        String[] elsewhere =
                Stream.concat(others, Stream.of(url + beside.create())).toArray(String[]::new);
        try (ShopDatabase scratch = ShopDatabase.open(elsewhere)) {
            restore(backup, scratch);
        } finally {
            beside.drop();
        }
    }

    private static void restore(BackupFile backup, ShopDatabase scratch) throws IOException {
        new FillDatabase(scratch).from(backup, () -> {});
        scratch.flyway().migrate();
        int differences = CheckLedger.differences(scratch.source());
        if (differences > 0) {
            throw new CannotStart(
                    "In the backup the stock of " + differences
                            + " products or more is not what the ledger adds up to.",
                    "Ask the running shop with GET /api/v1/stock/audit.");
        }
    }
}
