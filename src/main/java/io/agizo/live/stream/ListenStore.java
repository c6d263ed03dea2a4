package io.agizo.live.stream;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.PGProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Repository;

/** A connection of its own to the database, outside the pool, on which a replica hears what all replicas call out. */
@Repository
class ListenStore {

    private static final int SECONDS_TO_ANSWER = 5;

    private final JdbcConnectionDetails details;
    private volatile @Nullable Connection connection;

    ListenStore(JdbcConnectionDetails details) {
        this.details = details;
    }

    /** What is called out from the moment this returns will be heard. */
    void listen() throws SQLException {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, details.getUsername());
        PGProperty.PASSWORD.set(properties, details.getPassword());
        PGProperty.APPLICATION_NAME.set(properties, "agizo-live");
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.CONNECT_TIMEOUT.set(properties, SECONDS_TO_ANSWER);
        PGProperty.LOGIN_TIMEOUT.set(properties, SECONDS_TO_ANSWER);
        Connection opened = DriverManager.getConnection(details.getJdbcUrl(), properties);
        connection = opened;
        try (Statement statement = opened.createStatement()) {
            statement.execute("listen " + NotifyStore.CHANNEL);
        }
    }

    boolean isListening() {
        return connection != null;
    }

    /** Waits until something is called out, not longer than told; a connection that has died meanwhile is an exception. */
    List<String> await(Duration longest) throws SQLException {
        Connection open = connection;
        if (open == null) {
            throw new SQLException("The connection was closed");
        }
        PGNotification[] heard = open.unwrap(PGConnection.class).getNotifications((int) longest.toMillis());
        if (heard.length == 0 && !open.isValid(SECONDS_TO_ANSWER)) {
            throw new SQLException("The database does not answer");
        }
        return Arrays.stream(heard).map(PGNotification::getParameter).toList();
    }

    /** Ends a wait at once, too. */
    void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException dead) {
                return;
            }
        }
    }
}
