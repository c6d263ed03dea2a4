package io.agizo.platform.postgres;

import io.agizo.upkeep.OwnPostgres;
import java.nio.file.Path;
import javax.sql.DataSource;

/** Gives the commands the embedded PostgreSQL that the shop has. */
final class OwnPostgresInFolders implements OwnPostgres {

    @Override
    public Server start(Path folder) {
        return EmbeddedPostgres.start(folder);
    }

    @Override
    public void mustServe(DataSource database, boolean embedded) {
        DatabaseConfiguration.check(database, embedded);
    }
}
