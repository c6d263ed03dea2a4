package io.agizo.upkeep;

import io.agizo.shared.CannotStart;
import io.agizo.upkeep.Snapshot.Migration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/** The migrations of this release, of which a database can be given exactly those that another has. */
final class KnownMigrations {

    private static final Pattern FILE = Pattern.compile("V([0-9]+)__.*");

    /** The checksums of texts that came to the same end as those of this release, in words that only PostgreSQL 17 knows. */
    private static final Map<String, Integer> FORMERLY = Map.of("405", -1229757561, "490", 2000809766);

    private final Map<String, Resource> byVersion = new HashMap<>();

    KnownMigrations() throws IOException {
        for (Resource each :
                new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/V*.sql")) {
            Matcher file = FILE.matcher(String.valueOf(each.getFilename()));
            if (file.matches()) {
                byVersion.put(file.group(1), each);
            }
        }
    }

    /** Refuses what was made by a release that had migrations which this one does not have. */
    void mustInclude(List<Migration> wanted) {
        String unknown = wanted.stream()
                .map(Migration::version)
                .filter(version -> !byVersion.containsKey(version))
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new CannotStart(
                    "It was made by a newer release of Agizo: this one does not know its migrations " + unknown + ".",
                    "Use that release, or a newer one.");
        }
    }

    /** Applies exactly these, whatever else this release has, and makes sure that they still are what they were. */
    void apply(List<Migration> wanted, DataSource target, Configuration settings) throws IOException {
        Path folder = Files.createTempDirectory("agizo-migrations");
        try {
            for (Migration each : wanted) {
                try (InputStream sql =
                        Objects.requireNonNull(byVersion.get(each.version())).getInputStream()) {
                    Files.copy(sql, folder.resolve("V" + each.version() + "__migration.sql"));
                }
            }
            Flyway flyway = Flyway.configure()
                    .configuration(settings)
                    .dataSource(target)
                    .locations("filesystem:" + folder)
                    .load();
            flyway.migrate();
            mustBeSame(wanted, flyway.info().applied());
        } catch (FlywayException e) {
            throw new CannotStart(
                    "The tables cannot be made: " + e.getMessage(), "Make the database anew before you try again.", e);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void mustBeSame(List<Migration> wanted, MigrationInfo[] applied) {
        Map<String, Integer> checksums =
                wanted.stream().collect(Collectors.toMap(Migration::version, Migration::checksum));
        for (MigrationInfo each : applied) {
            if (each.getVersion() == null) {
                continue;
            }
            String version = each.getVersion().getVersion();
            Integer checksum = checksums.get(version);
            if (!each.getChecksum().equals(checksum) && !Objects.equals(FORMERLY.get(version), checksum)) {
                throw new CannotStart(
                        "Its migration " + each.getVersion() + " is not that of this release.",
                        "Use the release that made it, and make the database anew before.");
            }
        }
    }
}
