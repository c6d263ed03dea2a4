package io.agizo.upkeep;

import java.io.IOException;
import java.nio.file.Path;

/** Brings a shop back from a backup, into a database in which nothing is. */
final class RestoreShop {

    private final ShopDatabase database;

    RestoreShop(ShopDatabase database) {
        this.database = database;
    }

    /** And says what it did. */
    String run(Path file) throws IOException {
        try (BackupFile backup = BackupFile.open(file)) {
            backup.mustBeWhole();
            new FillDatabase(database).from(backup, () -> {});
            Manifest manifest = backup.manifest();
            return "Restored and compared %,d rows of %d tables as they were at %s. Start the shop as usual."
                    .formatted(manifest.rows(), manifest.tables().size(), manifest.at());
        }
    }
}
