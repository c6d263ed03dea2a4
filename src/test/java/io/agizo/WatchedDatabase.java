package io.agizo;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database whose statements are counted and, on demand, explained, for what must neither ask nor read too much. */
public final class WatchedDatabase extends DelegatingDataSource {

    private static final String EXPLAIN = "explain (analyze) ";

    private static final Pattern PASSED_ON = Pattern.compile("actual .*?rows=([0-9]+)(?:\\.[0-9]+)? loops=([0-9]+)");
    private static final Pattern THROWN_AWAY = Pattern.compile("Rows Removed by [A-Za-z ]+: ([0-9]+)");

    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicLong mostRows = new AtomicLong();
    private volatile boolean explaining;

    public WatchedDatabase(DataSource database) {
        super(database);
    }

    /** How many statements the work takes; those that travel together count as one. */
    public int statementsOf(Runnable work) {
        int before = statements.get();
        work.run();
        return statements.get() - before;
    }

    /** How many rows the busiest step of any query of the work passes on or throws away. */
    public long rowsReadBy(Runnable work) {
        mostRows.set(-1);
        explaining = true;
        try {
            work.run();
        } finally {
            explaining = false;
        }
        assertThat(mostRows.get()).as("rows of a query").isNotNegative();
        return mostRows.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return proxy(Connection.class, (method, arguments) -> {
            if (!method.getName().equals("prepareStatement")) {
                return call(method, connection, arguments);
            }
            statements.incrementAndGet();
            PreparedStatement statement = (PreparedStatement) call(method, connection, arguments);
            return explaining
                    ? explained(statement, connection.prepareStatement(explanation((String) arguments[0])))
                    : statement;
        });
    }

    /** Of each of the statements that travel together. */
    private static String explanation(String sql) {
        return EXPLAIN + sql.replace(";", ";" + EXPLAIN);
    }

    /** Is given the same parameters as its explanation, which is read before it runs. */
    private PreparedStatement explained(PreparedStatement statement, PreparedStatement explanation) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().equals("executeQuery") || method.getName().equals("execute")) {
                read(explanation);
            } else if (method.getName().startsWith("set")) {
                call(method, explanation, arguments);
            }
            return call(method, statement, arguments);
        });
    }

    private void read(PreparedStatement explanation) throws SQLException {
        try (explanation) {
            for (boolean more = explanation.execute(); more; more = explanation.getMoreResults()) {
                StringBuilder plan = new StringBuilder();
                ResultSet lines = explanation.getResultSet();
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
                mostRows.accumulateAndGet(mostRows(plan.toString()), Math::max);
            }
        }
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
}
