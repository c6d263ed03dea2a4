package io.agizo.platform.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import io.agizo.shared.CannotStart;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The files of one PostgreSQL server, and the server that runs on them. */
final class PostgresCluster {

    static final String DATABASE = "agizo";
    static final String USER = "agizo";

    private static final Logger log = LoggerFactory.getLogger(PostgresCluster.class);

    /** A crash may leave 2 GB of log to read again. */
    private static final String START_SECONDS = "300";

    /** The pool is closed before, so nothing but the last checkpoint is waited for. */
    private static final String STOP_SECONDS = "60";

    /**
     * Every commit is on the disk before it is answered; the rest is measured out for a small machine that the shop
     * shares: the pool and a few tools connect, and the shop itself keeps the log of statements that fail. A new file of
     * the write-ahead log is not filled with zeros first, for which every order would wait; and to start helpers takes longer
     * than any list should.
     */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "60"),
            Map.entry("shared_buffers", bufferMegabytes() + "MB"),
            Map.entry("max_parallel_workers_per_gather", "0"),
            Map.entry("wal_buffers", "16MB"),
            Map.entry("wal_compression", "on"),
            Map.entry("wal_init_zero", "off"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("log_min_messages", "log"),
            Map.entry("log_checkpoints", "off"));

    /**
     * Who may connect: the shop to its own database, and nobody else. Above all not the superuser, whose password an earlier
     * release made the same as the shop's.
     */
    private static final String CONNECTIONS = "host %s %s 127.0.0.1/32 scram-sha-256\n".formatted(DATABASE, USER);

    /** In what a program says to {@code --version}, such as {@code initdb (PostgreSQL) 18.6}. */
    private static final Pattern MAJOR_VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    private static final int FIRST_WITH_LOCALES = 17;

    private static final long MEGABYTE = 1 << 20;
    private static final long FEWEST_BUFFERS = 128;
    private static final long MOST_BUFFERS = 4096;

    private final PostgresBinaries binaries;
    private final Path files;
    private final Path serverLog;

    PostgresCluster(PostgresBinaries binaries, DataFolder folder) {
        this.binaries = binaries;
        this.files = folder.file("postgres");
        this.serverLog = folder.file("postgres.log");
    }

    /**
     * A quarter of the memory of this machine or container, as PostgreSQL advises, up to what holds the lists of a shop of ten
     * years. A small shop only ever touches what it fills.
     */
    private static long bufferMegabytes() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Math.clamp(machine.getTotalMemorySize() / 4 / MEGABYTE, FEWEST_BUFFERS, MOST_BUFFERS);
    }

    /** Lays out an empty database unless there is one; all or nothing, so that an interrupted attempt leaves no half. */
    void create(Path passwordFile) throws IOException {
        if (Files.exists(files)) {
            return;
        }
        Path draft = files.resolveSibling("postgres.draft");
        FileSystemUtils.deleteRecursively(draft);
        List<String> options =
                new ArrayList<>(List.of("-D", draft.toString(), "-U", "postgres", "-A", "scram-sha-256"));
        options.addAll(List.of("--pwfile=" + passwordFile, "--encoding=UTF8"));
        options.addAll(locale(run("", "initdb", "--version")));
        run("", "initdb", options.toArray(String[]::new));
        String statements = """
                create role %s login password '%s';
                create database %s owner %s;
                """.formatted(USER, Files.readString(passwordFile), DATABASE, USER);
        run(statements, "postgres", "--single", "-D", draft.toString(), "postgres");
        Files.move(draft, files, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Words in the order of their characters, which no update of the system changes; before 17, the system's own way to it. */
    private static List<String> locale(String version) {
        Matcher major = MAJOR_VERSION.matcher(version);
        return major.find() && Integer.parseInt(major.group(1)) < FIRST_WITH_LOCALES
                ? List.of("--locale=C.UTF-8")
                : List.of("--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
    }

    /** Starts the server and returns once it takes connections, after whatever a crash left to recover. */
    void start(int port) throws IOException {
        stopOrphan();
        String options = SETTINGS.entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" ", "-p " + port + " ", ""));
        Files.deleteIfExists(serverLog);
        Files.writeString(files.resolve("pg_hba.conf"), CONNECTIONS);
        run(
                "",
                "pg_ctl",
                "start",
                "-w",
                "-t",
                START_SECONDS,
                "-D",
                files.toString(),
                "-l",
                serverLog.toString(),
                "-o",
                options);
    }

    /** Ends the server at once but in order: what is not committed is rolled back, the rest is on the disk. */
    void stop() {
        run("", "pg_ctl", "stop", "-m", "fast", "-w", "-t", STOP_SECONDS, "-D", files.toString());
    }

    /** A process that was killed leaves its server running; whoever holds the data folder next owns that server. */
    private void stopOrphan() throws IOException {
        Path pidFile = files.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        Optional<ProcessHandle> running = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (running.isEmpty()) {
            return;
        }
        if (running.filter(this::servesTheseFiles).isPresent()) {
            log.info("Stopping PostgreSQL process {}, left behind by an Agizo that was killed", pid);
            stop();
        } else {
            // The machine was restarted since and gave the number to another program, for which PostgreSQL would wait.
            Files.delete(pidFile);
        }
    }

    private boolean servesTheseFiles(ProcessHandle process) {
        String program = process.info()
                .command()
                .map(path -> Path.of(path).getFileName().toString())
                .orElse("");
        return program.startsWith("postgres")
                && Arrays.asList(process.info().arguments().orElse(new String[0]))
                        .contains(files.toString());
    }

    private String run(String input, String program, String... arguments) {
        try {
            List<String> command = binaries.command(program, arguments);
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(UTF_8));
            }
            String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            if (process.onExit().join().exitValue() != 0) {
                throw new IOException(said + logged());
            }
            return said;
        } catch (IOException e) {
            throw new CannotStart(
                    "PostgreSQL's " + program + " failed: " + e.getMessage(), "Its data is in " + files + ".", e);
        }
    }

    private String logged() throws IOException {
        return Files.exists(serverLog) ? " " + Files.readString(serverLog).strip() : "";
    }
}
