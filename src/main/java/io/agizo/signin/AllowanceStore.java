package io.agizo.signin;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of allowances, each a single moment: the one until which it is used up (the generic cell rate algorithm). */
@Repository
class AllowanceStore {

    private final JdbcClient jdbc;

    AllowanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes one, however many replicas try at once; nothing if there is none left. */
    @OutlivesRefusal
    Optional<Instant> take(byte[] who, Allowance allowance, Instant now) {
        return jdbc.sql("""
                        insert into sign_in_allowance as used (who, used_until)
                        values (:who, :now::timestamptz + :spacing * interval '1 ms')
                        on conflict (who) do update
                        set used_until = greatest(used.used_until, :now) + :spacing * interval '1 ms'
                        where used.used_until <= :now::timestamptz + :credit * interval '1 ms'
                        returning used_until
                        """)
                .param("who", who)
                .param("now", timestamp(now))
                .param("spacing", allowance.spacing().toMillis())
                .param("credit", allowance.credit().toMillis())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    Optional<Instant> usedUntil(byte[] who) {
        return jdbc.sql("select used_until from sign_in_allowance where who = ?")
                .param(who)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    @OutlivesRefusal
    void giveBack(byte[] who, Allowance allowance) {
        jdbc.sql("update sign_in_allowance set used_until = used_until - ? * interval '1 ms' where who = ?")
                .param(allowance.spacing().toMillis())
                .param(who)
                .update();
    }

    int deleteEarned(Instant now, int most) {
        return jdbc.sql("""
                        delete from sign_in_allowance
                         where who in (select who from sign_in_allowance where used_until < ? limit ? for update skip locked)
                        """).param(timestamp(now)).param(most).update();
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
