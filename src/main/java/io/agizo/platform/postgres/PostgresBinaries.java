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

/** PostgreSQL's programs for this system, unpacked from the archive on the class path once and kept. */
final class PostgresBinaries {

    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private static final boolean WINDOWS = SYSTEM.startsWith("windows");
    private static final int OWNER_MAY_EXECUTE = 0100;

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /** Unpacks below the folder unless this very archive is there already; others there are removed. */
    static PostgresBinaries in(Path parent) throws IOException {
        String archive = "/postgres-" + system() + "-" + architecture() + ".txz";
        URL resource = PostgresBinaries.class.getResource(archive);
        if (resource == null) {
            throw new CannotStart(
                    "This build carries no PostgreSQL for " + System.getProperty("os.name") + " on "
                            + System.getProperty("os.arch") + ".",
                    "Build Agizo on this system, or name a PostgreSQL with SPRING_DATASOURCE_URL.");
        }
        JarURLConnection connection = (JarURLConnection) resource.openConnection();
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
        command.add(folder.resolve("bin")
                .resolve(WINDOWS ? program + ".exe" : program)
                .toString());
        command.addAll(List.of(arguments));
        return command;
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
