package io.agizo.platform.postgres;

import io.agizo.shared.CannotStart;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this system: installed here, or unpacked from the archive on the class path once and kept. */
final class PostgresBinaries {

    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private static final boolean WINDOWS = SYSTEM.startsWith("windows");
    private static final int OWNER_MAY_EXECUTE = 0100;

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /** Those of a PostgreSQL that is installed here, or refuses with {@link CannotStart} if there are none. */
    static PostgresBinaries installedAt(Path home) {
        PostgresBinaries installed = new PostgresBinaries(home.toAbsolutePath());
        if (!Files.isExecutable(installed.file("initdb"))) {
            throw new CannotStart(
                    "There is no PostgreSQL server in " + home + ": AGIZO_POSTGRES_HOME names it.",
                    "Name the folder with PostgreSQL's bin/initdb, such as /usr/lib/postgresql/17.");
        }
        return installed;
    }

    /** The archive for this system on the class path, or refuses with {@link CannotStart} because it has none. */
    static URL archive() {
        return archive(PostgresBinaries.class);
    }

    /** The same on the class path of that class. */
    static URL archive(Class<?> neighbour) {
        URL archive = neighbour.getResource("/postgres-" + system() + "-" + architecture() + ".txz");
        if (archive == null) {
            throw new CannotStart(
                    "No database is named, and this build carries no PostgreSQL for " + System.getProperty("os.name")
                            + " on " + System.getProperty("os.arch") + ".",
                    "Name one with SPRING_DATASOURCE_URL, such as jdbc:postgresql://db/agizo, and who connects with"
                            + " SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD; or name the folder of"
                            + " PostgreSQL's own programs with AGIZO_POSTGRES_HOME.");
        }
        return archive;
    }

    /** Unpacks below the folder unless this very archive is there already; others there are removed. */
    static PostgresBinaries in(Path parent) throws IOException {
        JarURLConnection connection = (JarURLConnection) archive().openConnection();
        Path folder = parent.resolve(Long.toHexString(connection.getJarEntry().getCrc()));
        if (!Files.isDirectory(folder)) {
            removeAllIn(parent);
            Path draft = Files.createDirectories(parent.resolve("draft"));
            try (InputStream packed = connection.getInputStream()) {
                unpack(packed, draft);
            }
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(folder);
    }

    private static void removeAllIn(Path parent) throws IOException {
        if (Files.isDirectory(parent)) {
            try (var outdated = Files.newDirectoryStream(parent)) {
                for (Path folder : outdated) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        }
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (var archive = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path file = entry.resolveIn(target);
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(archive, file);
                    if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
                        file.toFile().setExecutable(true, true);
                    }
                }
            }
        }
    }

    /** The command line that runs one of the programs. */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (!WINDOWS && System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, with the same files.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(file(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private Path file(String program) {
        return folder.resolve("bin").resolve(WINDOWS ? program + ".exe" : program);
    }

    private static String system() {
        if (WINDOWS) {
            return "windows";
        }
        return SYSTEM.startsWith("mac") ? "darwin" : "linux";
    }

    private static String architecture() {
        String architecture = System.getProperty("os.arch");
        return architecture.equals("aarch64") ? "arm_64" : "x86_64";
    }
}
