package io.agizo.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.TestDatabase;
import io.agizo.WatchedDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Several queries asked of the database at once. */
class RoundTripModuleTests {

    private static final Query<Map<Integer, List<String>>> WORDS = words("tea", "sugar", "egg", "maize");

    private static final Map<Integer, List<String>> BY_LENGTH =
            Map.of(3, List.of("tea", "egg"), 5, List.of("sugar", "maize"));

    private static final Query<Boolean> CAPITALS = new Query<>(
            "select word from unnest(?::text[]) as t (word) where word <> lower(word)",
            new String[] {"tea"},
            false,
            ResultSet::next);

    private final WatchedDatabase database = new WatchedDatabase(TestDatabase.fresh());
    private final RoundTrip trip = new RoundTrip(new JdbcTemplate(database));

    @Test
    void answersEachQuery() {
        var answers = trip.answers(CAPITALS, WORDS);

        assertThat(answers.to(CAPITALS)).isFalse();
        assertThat(answers.to(WORDS)).isEqualTo(BY_LENGTH);
    }

    @Test
    void asksThemAllAtOnce() {
        assertThat(database.statementsOf(this::answersEachQuery)).isEqualTo(1);
    }

    /** Without a transaction around them, only what travels together is one for the database. */
    @Test
    void asksThemInOneTransaction() {
        String time = "select now() from unnest(?::text[])";
        Query<Instant> first = new Query<>(time, new String[] {"tea"}, Instant.EPOCH, RoundTripModuleTests::began);
        Query<Instant> second = new Query<>(time, new String[] {"egg"}, Instant.EPOCH, RoundTripModuleTests::began);

        for (int i = 0; i < 10; i++) {
            var answers = trip.answers(first, second);

            assertThat(answers.to(first)).isEqualTo(answers.to(second));
        }
        assertThat(trip.answer(first)).isNotEqualTo(trip.answer(second));
    }

    private static Instant began(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getObject(1, OffsetDateTime.class).toInstant();
    }

    /** The driver prepares a statement on the server once it has come a few times. */
    @Test
    void answersTheSameOncePrepared() throws SQLException {
        Connection one = TestDatabase.fresh().getConnection();
        try (var database = new SingleConnectionDataSource(one, true)) {
            JdbcTemplate jdbc = new JdbcTemplate(database);
            RoundTrip trip = new RoundTrip(jdbc);
            for (int i = 0; i < 10; i++) {
                var answers = trip.answers(CAPITALS, WORDS);
                assertThat(answers.to(CAPITALS)).isFalse();
                assertThat(answers.to(WORDS)).isEqualTo(BY_LENGTH);
            }
            assertThat(jdbc.queryForList(
                            "select statement from pg_prepared_statements where statement like '%unnest%'"))
                    .hasSize(2);
        }
    }

    @Test
    void answersEachRowOfAKeyOfItsOwn() {
        Query<Map<String, Integer>> lengths = Query.byKey(
                "select word, length(word) from unnest(?::text[]) as t (word)",
                new String[] {"tea", "sugar"},
                row -> row.getString(1),
                row -> row.getInt(2));

        assertThat(trip.answer(lengths)).isEqualTo(Map.of("tea", 3, "sugar", 5));
    }

    @Test
    void doesNotAskForNothing() {
        var nothing = words();

        assertThat(database.statementsOf(() -> assertThat(trip.answer(nothing)).isEmpty()))
                .isZero();
        var answers = trip.answers(nothing, WORDS);
        assertThat(answers.to(nothing)).isEmpty();
        assertThat(answers.to(WORDS)).hasSize(2);
    }

    @Test
    void knowsNoAnswerToWhatWasNotAsked() {
        var answers = trip.answers(CAPITALS);

        assertThatThrownBy(() -> answers.to(WORDS)).hasMessageContaining("unnest");
    }

    @Test
    void failsAsAWhole() {
        Query<Boolean> wrong =
                new Query<>("select 1 / cardinality(?::text[]) / 0", new String[] {"1"}, false, ResultSet::next);

        assertThatThrownBy(() -> trip.answers(CAPITALS, wrong)).isInstanceOf(DataAccessException.class);
        assertThat(trip.answer(CAPITALS)).isFalse();
    }

    private static Query<Map<Integer, List<String>>> words(String... words) {
        return Query.grouped(
                "select length(word), word from unnest(?::text[]) with ordinality as t (word, place) order by place",
                words,
                row -> row.getInt(1),
                row -> row.getString(2));
    }
}
