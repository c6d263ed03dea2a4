package io.agizo.accounts;

import io.agizo.identity.Permission;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of who people are elsewhere. */
@Repository
class LinkedIdentityStore {

    private final JdbcClient jdbc;

    LinkedIdentityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the identity until the transaction ends, against whoever else is about to make an account of it. */
    void lock(ForeignIdentity identity) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('identity ' || ? || ' ' || ?, 0))")
                .param(identity.issuer())
                .param(identity.subject())
                .query(row -> {});
    }

    Optional<AccountId> find(ForeignIdentity identity) {
        return jdbc.sql("select account_id from linked_identity where issuer = ? and subject = ?")
                .param(identity.issuer())
                .param(identity.subject())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    void insert(ForeignIdentity identity, AccountId account, Instant now) {
        jdbc.sql("insert into linked_identity (issuer, subject, account_id, linked_at) values (?, ?, ?, ?)")
                .param(identity.issuer())
                .param(identity.subject())
                .param(account.value())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<LinkedIdentity> of(AccountId account) {
        return jdbc.sql(
                        "select issuer, subject, linked_at from linked_identity where account_id = ? order by linked_at")
                .param(account.value())
                .query((row, number) -> new LinkedIdentity(
                        new ForeignIdentity(row.getString("issuer"), row.getString("subject")),
                        row.getObject("linked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void remove(ForeignIdentity identity) {
        jdbc.sql("delete from linked_identity where issuer = ? and subject = ?")
                .param(identity.issuer())
                .param(identity.subject())
                .update();
    }

    /** What other issuers say that the person may do here, at this moment; also where it does not count while they are suspended. */
    Set<Permission> permissions(AccountId account) {
        return Permission.ofScopes(
                jdbc.sql("""
                        select distinct permission from linked_identity, unnest(permissions) as permission
                         where account_id = ? and permissions_until > now()
                        """).param(account.value()).query(String.class).list());
    }

    void grant(ForeignIdentity identity, Set<Permission> permissions, Instant saidAt, Instant until) {
        jdbc.sql("""
                        update linked_identity
                        set permissions = ?, permissions_said_at = ?, permissions_until = ?
                        where issuer = ? and subject = ? and (permissions_said_at is null or permissions_said_at < ?)
                        """)
                .param(permissions.stream().map(Permission::scope).sorted().toArray(String[]::new))
                .param(saidAt.atOffset(ZoneOffset.UTC))
                .param(until.atOffset(ZoneOffset.UTC))
                .param(identity.issuer())
                .param(identity.subject())
                .param(saidAt.atOffset(ZoneOffset.UTC))
                .update();
    }
}
