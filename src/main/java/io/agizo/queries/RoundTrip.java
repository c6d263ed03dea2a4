package io.agizo.queries;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Asks the database several queries at once: it is woken and waited for only once, and plans each of them by itself. */
@Component
public class RoundTrip {

    private final JdbcTemplate jdbc;

    public RoundTrip(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What each query was answered. */
    public static final class Answers {

        private final IdentityHashMap<Query<?>, Object> answers = new IdentityHashMap<>();

        private Answers() {}

        /**
         * The answer to that very query.
         *
         * @throws IllegalArgumentException if it was not asked on this trip
         */
        @SuppressWarnings("unchecked") // Under a query there is only an answer of its own.
        public <T> T to(Query<T> query) {
            Object answer = answers.get(query);
            if (answer == null) {
                throw new IllegalArgumentException("was not asked: " + query.sql());
            }
            return (T) answer;
        }
    }

    public <T> T answer(Query<T> query) {
        return answers(query).to(query);
    }

    /**
     * Asks within the caller's transaction, or in one of its own; if one query fails, all do. All keys are sent before the first
     * answer is read, so a trip is for pages and batches: some hundred kilobytes of keys, and not more.
     */
    public Answers answers(Query<?>... queries) {
        var answers = new Answers();
        List<Query<?>> asked = new ArrayList<>();
        for (Query<?> query : queries) {
            if (query.asksNothing()) {
                answers.answers.put(query, query.nothing());
            } else {
                asked.add(query);
            }
        }
        if (!asked.isEmpty()) {
            ask(asked, answers);
        }
        return answers;
    }

    private void ask(List<Query<?>> queries, Answers answers) {
        String sql = queries.stream().map(Query::sql).collect(Collectors.joining(";"));
        var keys = new ArgumentPreparedStatementSetter(
                queries.stream().map(Query::keys).toArray());
        jdbc.execute(sql, (PreparedStatement statement) -> {
            keys.setValues(statement);
            statement.execute();
            for (Query<?> query : queries) {
                try (ResultSet rows = statement.getResultSet()) {
                    answers.answers.put(query, query.answer(rows));
                }
                statement.getMoreResults();
            }
            return answers;
        });
    }
}
