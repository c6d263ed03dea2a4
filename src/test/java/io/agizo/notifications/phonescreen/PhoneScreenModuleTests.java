package io.agizo.notifications.phonescreen;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.TestDatabase;
import io.agizo.Together;
import io.agizo.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Texts shown on the screen of the demo. */
class PhoneScreenModuleTests {

    private static final Instant NOON = Instant.parse("2026-11-22T09:00:00Z");

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final PhoneScreen screen = PhoneScreenFixture.phoneScreen(jdbc, Clock.fixed(NOON, ZoneOffset.UTC));

    private void queue(int howMany, Instant dueAt) {
        jdbc.sql("""
                insert into message (id, occasion, phone, body, status, due_at, queued_at)
                select gen_random_uuid(), 'placed', '+254711000001', 'Habari', 'queued', ?::timestamptz, ?::timestamptz
                  from generate_series(1, ?)
                """).params(dueAt.toString(), dueAt.toString(), howMany).update();
    }

    private int count(String condition) {
        return jdbc.sql("select count(*) from message where " + condition)
                .query(Integer.class)
                .single();
    }

    @Test
    void showsEachOfTwoThousandOnceThoughEightTakeFromTheQueue() {
        queue(2_000, NOON);

        List<Integer> shown = Together.run(8, () -> {
            int rounds = 0;
            while (count("status = 'queued'") > 0) {
                screen.round();
                rounds++;
            }
            return rounds;
        });

        assertThat(shown).hasSize(8);
        assertThat(count("status = 'delivered' and attempts = 1 and due_at is null"))
                .isEqualTo(2_000);
    }

    @Test
    void asksForAnotherRoundWhileThereMayBeMore() {
        queue(501, NOON);

        assertThat(screen.round()).isTrue();
        assertThat(screen.round()).isFalse();
        assertThat(count("status = 'delivered'")).isEqualTo(501);
    }

    @Test
    void leavesWhatIsNotDueAndWhatAnotherGatewayIsSending() {
        queue(1, NOON.plusSeconds(1));
        jdbc.sql("""
                insert into message (id, occasion, phone, body, status, due_at, queued_at)
                values (?, 'placed', '+254711000001', 'Habari', 'sending', ?::timestamptz, ?::timestamptz)
                """).params(Ids.next(), NOON.toString(), NOON.toString()).update();

        screen.round();

        assertThat(count("status = 'delivered'")).isZero();
    }
}
