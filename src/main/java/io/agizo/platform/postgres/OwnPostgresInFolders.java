package io.agizo.platform.postgres;

import io.agizo.shared.CannotStart;
import io.agizo.upkeep.OwnPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.util.FileSystemUtils;

/** Gives the commands the embedded PostgreSQL that the shop has. */
final class OwnPostgresInFolders implements OwnPostgres {

    private static final String BINARIES = "postgres-binaries";

    @Override
    public Server start(Path folder) {
        return EmbeddedPostgres.start(folder);
    }

    @Override
    public Server reach(Path folder) {
        if (!Files.isDirectory(folder.resolve("postgres"))) {
            throw new CannotStart(
                    "There is no shop in the data folder " + folder + ".", "Name its folder with AGIZO_DATA_DIR.");
        }
        return DataFolder.isHeld(folder) ? RunningPostgres.in(folder) : EmbeddedPostgres.start(folder);
    }

    /** Always in the same place, so that what a killed drill left behind is found, stopped and deleted by the next. */
    @Override
    public Server scratch(Path folder) {
        Path place = folder.toAbsolutePath().resolve("drill");
        try {
            if (Files.isDirectory(place.resolve("postgres"))) {
                EmbeddedPostgres.start(place).close();
            }
            FileSystemUtils.deleteRecursively(place);
            DataFolder.make(place);
            if (Files.isDirectory(folder.resolve(BINARIES))) {
                Files.createSymbolicLink(
                        place.resolve(BINARIES), folder.resolve(BINARIES).toRealPath());
            }
            return new Scratch(EmbeddedPostgres.start(place), place);
        } catch (IOException e) {
            throw new CannotStart("There is no place for a drill in " + place + ": " + e + ".", "Make it writable.", e);
        }
    }

    @Override
    public void markMoved(Path folder, String where) {
        DataFolder.markMoved(folder, where);
    }

    @Override
    public void mustServe(DataSource database, boolean embedded) {
        DatabaseConfiguration.check(database, embedded);
    }

    /** A server with a place that is not needed any more once it has stopped. */
    private record Scratch(Server server, Path place) implements Server {

        @Override
        public String getJdbcUrl() {
            return server.getJdbcUrl();
        }

        @Override
        public String getUsername() {
            return server.getUsername();
        }

        @Override
        public String getPassword() {
            return server.getPassword();
        }

        @Override
        public void close() {
            server.close();
            try {
                FileSystemUtils.deleteRecursively(place);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
