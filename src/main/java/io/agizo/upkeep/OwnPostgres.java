package io.agizo.upkeep;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The PostgreSQL that a shop runs for itself on its data folder, as its upkeep sees it. */
public interface OwnPostgres {

    /** A server that takes connections until it is closed. */
    interface Server extends JdbcConnectionDetails, AutoCloseable {

        @Override
        void close();
    }

    /** Holds the folder, makes a database there if there is none, and starts it; refuses a folder that another process holds. */
    Server start(Path folder);

    /** Refuses a server that a shop cannot rely on. */
    void mustServe(DataSource database, boolean embedded);
}
