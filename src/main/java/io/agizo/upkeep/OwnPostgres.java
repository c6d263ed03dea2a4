package io.agizo.upkeep;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The PostgreSQL that a shop runs for itself on its data folder, as its upkeep sees it. */
public interface OwnPostgres {

    /** A server that takes connections until it is closed. */
    interface Server extends JdbcConnectionDetails, AutoCloseable {

        @Override
        String getUsername();

        @Override
        String getPassword();

        @Override
        void close();
    }

    /** Holds the folder, makes a database there if there is none, and starts it; refuses a folder that another process holds. */
    Server start(Path folder);

    /** The server of the shop that runs on the folder, which is left running, or one that is started if none does. */
    Server reach(Path folder);

    /** Starts an empty one below the folder, which is deleted again when it is closed. */
    Server scratch(Path folder);

    /** Has every later start on the folder refused with a word on where its data is now. */
    void markMoved(Path folder, String where);

    /** Refuses a server that a shop cannot rely on. */
    void mustServe(DataSource database, boolean embedded);
}
