package io.agizo.platform.postgres;

import io.agizo.shared.CannotStart;
import io.agizo.upkeep.OwnPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The PostgreSQL that another process has started on its data folder. */
record RunningPostgres(int port, String password) implements OwnPostgres.Server {

    private static final int LINE_OF_PORT = 3;

    static RunningPostgres in(Path folder) {
        try {
            String port = Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"))
                    .get(LINE_OF_PORT)
                    .strip();
            return new RunningPostgres(Integer.parseInt(port), Files.readString(folder.resolve("postgres.password")));
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new CannotStart(
                    "The shop on the data folder " + folder + " is just being started or stopped.",
                    "Try it again in a minute.",
                    e);
        }
    }

    @Override
    public String getJdbcUrl() {
        return EmbeddedPostgres.url(port);
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getUsername() {
        return PostgresCluster.USER;
    }

    @Override
    public void close() {
        // It belongs to the process that started it.
    }
}
