package io.agizo.orders;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes a commit apart into its two halves: it is visible and lets go of its locks first, and is on disk later. */
@Repository
class CommitStore {

    private final JdbcClient jdbc;

    CommitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets the running transaction commit without waiting for the disk; nobody may hear of it before {@link #flush}. */
    void commitBeforeFlush() {
        jdbc.sql("set local synchronous_commit = off").update();
    }

    /**
     * Returns once everything committed so far, by whomever, is on disk (and on the synchronous standbys, if there are
     * any): a commit of its own, small and in the usual mode, comes after all of it in the write-ahead log.
     */
    void flush() {
        jdbc.sql("select pg_logical_emit_message(true, 'agizo', '')")
                .query((row, number) -> row.getString(1))
                .single();
    }
}
