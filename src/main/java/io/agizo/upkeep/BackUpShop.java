package io.agizo.upkeep;

import io.agizo.shared.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Writes all that a shop has into one file, while the shop goes on selling. */
final class BackUpShop {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'agizo-'yyyyMMdd'T'HHmmss'Z.zip'").withZone(ZoneOffset.UTC);

    private final ShopDatabase database;
    private final Clock clock;

    BackUpShop(ShopDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Into a file of that name, or of a name with the time if the target is a folder. And says what it did. */
    String run(Path target) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Path file = (Files.isDirectory(target) ? target.resolve(NAME.format(now)) : target).toAbsolutePath();
        mustBeNew(file);
        StringBuilder said = new StringBuilder();
        Manifest manifest;
        try (SnapshotStore snapshot = SnapshotStore.of(database.source(), database.history())) {
            manifest = BackupFile.write(snapshot, Release.name(), now, file);
            snapshot.strangers()
                    .forEach(each -> said.append("Left out, since it is none of the shop's: ")
                            .append(each)
                            .append('\n'));
        }
        new UpkeepStore(database.source()).note(UpkeepStore.BACKUP, now);
        return said.append("Backed up %,d rows of %d tables to %s, %,d kB."
                        .formatted(manifest.rows(), manifest.tables().size(), file, Files.size(file) / 1000))
                .toString();
    }

    private static void mustBeNew(Path file) {
        if (Files.exists(file)) {
            throw new CannotStart("There is a file " + file + " already.", "Name a new one, or a folder.");
        }
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CannotStart("There is no folder " + folder + ".", "Make it first.");
        }
    }
}
