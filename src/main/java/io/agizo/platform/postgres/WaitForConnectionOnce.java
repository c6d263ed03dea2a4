package io.agizo.platform.postgres;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * Has a request wait for a connection in vain only once. Whatever else it would ask the database, for another field of its
 * operation, its session or the page that tells of its failure, is refused at once: so its answer is never later than one wait.
 */
@Component
final class WaitForConnectionOnce implements BeanPostProcessor, ServletRequestListener {

    /** A request under way, and why it got no connection, once it did not. */
    private static final class Waiting {
        private @Nullable SQLTransientConnectionException inVain;
    }

    private static final ThreadLocal<@Nullable Waiting> REQUEST = new ThreadLocal<>();

    /** The server tells of it before any filter, and of its end after the page for an error is written. */
    @Override
    public void requestInitialized(ServletRequestEvent event) {
        REQUEST.set(new Waiting());
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        REQUEST.remove();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool ? new AskedOnce(pool) : bean;
    }

    /** A pool that is not asked again for a request that it had no connection for. */
    private static final class AskedOnce extends DelegatingDataSource {

        AskedOnce(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Waiting waiting = REQUEST.get();
            if (waiting == null) {
                return super.getConnection();
            }
            if (waiting.inVain != null) {
                throw waiting.inVain;
            }
            try {
                return super.getConnection();
            } catch (SQLTransientConnectionException inVain) {
                waiting.inVain = inVain;
                throw inVain;
            }
        }
    }
}
