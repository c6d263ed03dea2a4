package io.agizo.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/** A new data folder for each test, in which the programs of PostgreSQL need not be unpacked again. */
public final class TestDataFolder implements BeforeEachCallback, AfterEachCallback {

    private Path path = Path.of("");

    public Path path() {
        return path;
    }

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        Path unpacked =
                Files.createDirectories(Path.of("target", "postgres-binaries").toAbsolutePath());
        path = Files.createTempDirectory("agizo");
        Files.createSymbolicLink(path.resolve("postgres-binaries"), unpacked);
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        FileSystemUtils.deleteRecursively(path);
    }
}
