package io.agizo.upkeep;

import java.io.IOException;

/** Makes an empty database the same as a snapshot, with exactly its migrations: a restore, a drill and a move are this. */
final class FillDatabase {

    private final ShopDatabase target;

    FillDatabase(ShopDatabase target) {
        this.target = target;
    }

    /** Takes the last step when every table is there and the same, just before a shop may open on the database. */
    void from(Snapshot source, Runnable lastStep) throws IOException {
        KnownMigrations migrations = new KnownMigrations();
        migrations.mustInclude(source.migrations());
        target.mustServe();
        TargetStore store = new TargetStore(target.source());
        store.begin();
        migrations.apply(source.migrations(), target.source(), target.flyway().getConfiguration());
        store.load(source, lastStep);
    }
}
