package io.agizo.staff;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the link that makes the first owner. */
@Repository
class SetUpLinkStore {

    private final JdbcClient jdbc;

    SetUpLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one before is no good any more. */
    void put(String tokenHash, Instant expiresAt) {
        jdbc.sql("""
                        insert into set_up_link (token_hash, expires_at) values (?, ?)
                            on conflict (only_one)
                            do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at
                        """).param(tokenHash).param(expiresAt.atOffset(ZoneOffset.UTC)).update();
    }

    boolean isGood(String tokenHash, Instant now) {
        return jdbc.sql("select count(*) from set_up_link where token_hash = ? and expires_at > ?")
                        .param(tokenHash)
                        .param(now.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Uses the link up; tells whether it was good. */
    boolean take(String tokenHash, Instant now) {
        return jdbc.sql("delete from set_up_link where token_hash = ? and expires_at > ?")
                        .param(tokenHash)
                        .param(now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
