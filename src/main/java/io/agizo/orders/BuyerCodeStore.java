package io.agizo.orders;

import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of codes by which buyers prove their numbers, each for a cart, by the hash of its secret, or for an order. */
@Repository
class BuyerCodeStore {

    private final JdbcClient jdbc;

    BuyerCodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the place of the last code for the same, if there is one. */
    void put(UUID subject, PhoneNumber phone, byte[] codeHash, Instant expires) {
        jdbc.sql("""
                insert into buyer_code (cart_id, phone, code_hash, tries, expires_at) values (?, ?, ?, 0, ?)
                    on conflict (cart_id) do update
                   set phone = excluded.phone, code_hash = excluded.code_hash, tries = 0, expires_at = excluded.expires_at
                """)
                .param(subject)
                .param(phone.e164())
                .param(codeHash)
                .param(OrderStore.timestamp(expires))
                .update();
    }

    /**
     * Whether it is the code, which is counted if it is not, however many are tried at once; empty if there is none for
     * that number that can still be tried.
     */
    Optional<Boolean> tried(UUID subject, PhoneNumber phone, byte[] codeHash, int mostTries, Instant now) {
        return jdbc.sql("""
                update buyer_code set tries = tries + case when code_hash = ? then 0 else 1 end
                 where cart_id = ? and phone = ? and tries < ? and expires_at > ?
                returning code_hash = ?
                """)
                .param(codeHash)
                .param(subject)
                .param(phone.e164())
                .param(mostTries)
                .param(OrderStore.timestamp(now))
                .param(codeHash)
                .query(Boolean.class)
                .optional();
    }

    void delete(UUID subject) {
        jdbc.sql("delete from buyer_code where cart_id = ?").param(subject).update();
    }

    void deleteExpired(Instant now) {
        jdbc.sql("delete from buyer_code where expires_at <= ?")
                .param(OrderStore.timestamp(now))
                .update();
    }
}
