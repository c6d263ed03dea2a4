package io.agizo.upkeep;

import org.flywaydb.core.api.output.MigrateResult;

/** Brings the database to this release, as the start of a shop does. Of two at once, one waits for the other. */
final class MigrateDatabase {

    private final ShopDatabase database;

    MigrateDatabase(ShopDatabase database) {
        this.database = database;
    }

    /** And says what it did. */
    String run() {
        database.mustServe();
        MigrateResult result = database.flyway().migrate();
        return switch (result.migrationsExecuted) {
            case 0 -> "The database is up to date already.";
            case 1 -> "The database is up to date: 1 migration was applied.";
            default -> "The database is up to date: " + result.migrationsExecuted + " migrations were applied.";
        };
    }
}
