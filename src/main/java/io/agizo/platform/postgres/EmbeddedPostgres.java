package io.agizo.platform.postgres;

import io.agizo.shared.CannotStart;
import io.agizo.upkeep.OwnPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The PostgreSQL that this process runs for itself: starts while the rest of the shop does, and stops after it. */
final class EmbeddedPostgres implements OwnPostgres.Server {

    private record Server(PostgresCluster cluster, int port, String password) {}

    private final DataFolder folder;
    private final CompletableFuture<Server> server;
    private boolean closed;

    /** How the programs are come by, once the folder is held. */
    private interface Programs {
        PostgresBinaries get(DataFolder folder) throws IOException;
    }

    private EmbeddedPostgres(DataFolder folder, Programs programs) {
        this.folder = folder;
        this.server = CompletableFuture.supplyAsync(
                () -> startOn(folder, programs), Thread.ofPlatform().name("postgres")::start);
    }

    /** Holds the data folder, or refuses, and then starts the server that this build carries without waiting for it. */
    static EmbeddedPostgres start(Path folder) {
        PostgresBinaries.archive();
        return new EmbeddedPostgres(
                DataFolder.hold(folder), held -> PostgresBinaries.in(held.file("postgres-binaries")));
    }

    /** The same with the PostgreSQL that is installed there. */
    static EmbeddedPostgres start(Path folder, Path home) {
        PostgresBinaries installed = PostgresBinaries.installedAt(home);
        return new EmbeddedPostgres(DataFolder.hold(folder), held -> installed);
    }

    private static Server startOn(DataFolder folder, Programs programs) {
        try {
            Path passwordFile = folder.secretFile("postgres.password");
            var cluster = new PostgresCluster(programs.get(folder), folder);
            cluster.create(passwordFile);
            int port = freePort();
            cluster.start(port);
            return new Server(cluster, port, Files.readString(passwordFile));
        } catch (IOException e) {
            throw new CannotStart("The embedded PostgreSQL does not start: " + e + ".", "See the data folder.", e);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + PostgresCluster.DATABASE;
    }

    private Server server() {
        try {
            return server.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof CannotStart cannotStart ? cannotStart : e;
        }
    }

    @Override
    public String getJdbcUrl() {
        return url(server().port());
    }

    @Override
    public String getUsername() {
        return PostgresCluster.USER;
    }

    @Override
    public String getPassword() {
        return server().password();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            try (folder) {
                if (server.handle((started, failed) -> failed == null).join()) {
                    server().cluster().stop();
                }
            }
        }
    }
}
