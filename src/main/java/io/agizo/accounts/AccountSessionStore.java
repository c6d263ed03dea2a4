package io.agizo.accounts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The browser sessions that Spring Session keeps, as far as they have to go with an account. */
@Repository
class AccountSessionStore {

    private final JdbcClient jdbc;

    AccountSessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ends them all; a shop whose sessions are kept elsewhere has no such table. */
    void endAll(AccountId account) {
        boolean kept = jdbc.sql("select to_regclass('spring_session') is not null")
                .query(Boolean.class)
                .single();
        if (kept) {
            jdbc.sql("delete from spring_session where principal_name = ?")
                    .param(account.toString())
                    .update();
        }
    }
}
