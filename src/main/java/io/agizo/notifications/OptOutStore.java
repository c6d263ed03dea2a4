package io.agizo.notifications;

import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers whose owners said stop, as hashes, and which texts to the shop said so. */
@Repository
class OptOutStore {

    private final JdbcClient jdbc;

    OptOutStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the text to the shop is heard for the first time. */
    boolean hear(String id, Instant now) {
        return jdbc.sql("insert into heard_text (id, heard_at) values (?, ?) on conflict do nothing")
                        .param(id)
                        .param(timestamp(now))
                        .update()
                == 1;
    }

    void forgetHeard(Instant before) {
        jdbc.sql("delete from heard_text where heard_at < ?")
                .param(timestamp(before))
                .update();
    }

    void insert(PhoneNumber number, Instant now, String said) {
        jdbc.sql("""
                insert into opt_out (number_hash, at, said) values (sha256(convert_to(?, 'UTF8')), ?, ?)
                    on conflict do nothing
                """).param(number.e164()).param(timestamp(now)).param(said).update();
    }

    void delete(PhoneNumber number) {
        jdbc.sql("delete from opt_out where number_hash = sha256(convert_to(?, 'UTF8'))")
                .param(number.e164())
                .update();
    }

    boolean contains(PhoneNumber number) {
        return jdbc.sql("select opted_out(?)")
                .param(number.e164())
                .query(Boolean.class)
                .single();
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
