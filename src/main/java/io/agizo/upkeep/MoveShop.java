package io.agizo.upkeep;

import io.agizo.shared.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Takes all that a shop has from its embedded PostgreSQL to another one; what would stay behind stops it. */
final class MoveShop {

    private final ShopDatabase target;

    MoveShop(ShopDatabase target) {
        this.target = target;
    }

    /** And says what it did. Whatever stops it before the end, the shop is where it was. */
    String run() throws IOException {
        Path folder = target.folder();
        if (target.embedded()) {
            throw new CannotStart(
                    "It is not said where the shop is to move.",
                    "Name the new, empty database with SPRING_DATASOURCE_URL, and the data folder with AGIZO_DATA_DIR.");
        }
        if (!Files.isDirectory(folder.resolve("postgres"))) {
            throw new CannotStart(
                    "There is no shop in the data folder " + folder + ".", "Name its folder with AGIZO_DATA_DIR.");
        }
        // Held for as long as the server runs, so that no shop opens on it meanwhile.
        try (OwnPostgres.Server server = target.own().start(folder);
                SnapshotStore source = SnapshotStore.of(
                        new DriverManagerDataSource(server.getJdbcUrl(), server.getUsername(), server.getPassword()),
                        target.history())) {
            if (!source.strangers().isEmpty()) {
                throw new CannotStart(
                        "The shop's database also has " + String.join(", ", source.strangers())
                                + ", which would stay behind.",
                        "Take it away first, and look after it yourself.");
            }
            String where = where();
            new FillDatabase(target).from(source, () -> target.own().markMoved(folder, where));
            return "Moved and compared %d tables. The shop is at %s now; start it with the same settings."
                    .formatted(source.tables().size(), where);
        }
    }

    /** The address without what belongs to nobody else, such as a password in it. */
    private String where() {
        return target.source()
                .getJdbcUrl()
                .replaceFirst("^jdbc:postgresql:(//)?", "")
                .replaceFirst("\\?.*", "");
    }
}
