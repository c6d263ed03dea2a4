package io.agizo.platform.postgres;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
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
        if (bean instanceof DataSource pool) {
            ProxyFactory waiting = new ProxyFactory(pool);
            waiting.addAdvice((MethodInterceptor) WaitForConnectionOnce::ask);
            return waiting.getProxy();
        }
        return bean;
    }

    private static @Nullable Object ask(MethodInvocation pool) throws Throwable {
        Waiting waiting = REQUEST.get();
        if (waiting == null) {
            return pool.proceed();
        }
        if (waiting.inVain != null && pool.getMethod().getName().equals("getConnection")) {
            throw waiting.inVain;
        }
        try {
            return pool.proceed();
        } catch (SQLTransientConnectionException inVain) {
            waiting.inVain = inVain;
            throw inVain;
        }
    }
}
