package io.agizo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database whose statements are counted and, on demand, explained, for what must neither ask nor read too much. */
public final class WatchedDatabase extends DelegatingDataSource {

    private static final Pattern PASSED_ON = Pattern.compile("actual .*?rows=([0-9]+)(?:\\.[0-9]+)? loops=([0-9]+)");
    private static final Pattern THROWN_AWAY = Pattern.compile("Rows Removed by [A-Za-z ]+: ([0-9]+)");

    private final AtomicInteger statements = new AtomicInteger();
    private volatile boolean explaining;

    public WatchedDatabase(DataSource database) {
        super(database);
    }

    /** How many statements the work takes. */
    public int statementsOf(Runnable work) {
        int before = statements.get();
        work.run();
        return statements.get() - before;
    }

    /** How many rows the busiest step of the first query of the work passes on or throws away; the work ends there. */
    public long rowsReadBy(Runnable work) {
        explaining = true;
        try {
            work.run();
        } catch (Explained explained) {
            return mostRows(explained.getMessage());
        } finally {
            explaining = false;
        }
        throw new AssertionError("No query was asked");
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return proxy(Connection.class, (method, arguments) -> {
            if (!method.getName().equals("prepareStatement")) {
                return call(method, connection, arguments);
            }
            statements.incrementAndGet();
            if (!explaining) {
                return call(method, connection, arguments);
            }
            arguments[0] = "explain (analyze) " + arguments[0];
            return explained((PreparedStatement) call(method, connection, arguments));
        });
    }

    private static PreparedStatement explained(PreparedStatement statement) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            Object result = call(method, statement, arguments);
            if (result instanceof ResultSet lines) {
                StringBuilder plan = new StringBuilder();
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
                throw new Explained(plan.toString());
            }
            return result;
        });
    }

    private static long mostRows(String plan) {
        long passedOn = PASSED_ON
                .matcher(plan)
                .results()
                .mapToLong(step -> number(step, 1) * number(step, 2))
                .max()
                .orElseThrow();
        Matcher thrownAway = THROWN_AWAY.matcher(plan);
        return Math.max(
                passedOn,
                thrownAway.results().mapToLong(step -> number(step, 1)).max().orElse(0));
    }

    private static long number(MatchResult step, int group) {
        return Long.parseLong(step.group(group));
    }

    private interface Answering {

        @Nullable Object answer(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Answering answering) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader() == null ? WatchedDatabase.class.getClassLoader() : type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answering.answer(method, arguments)));
    }

    private static @Nullable Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private static final class Explained extends RuntimeException {

        Explained(String plan) {
            super(plan);
        }
    }
}
