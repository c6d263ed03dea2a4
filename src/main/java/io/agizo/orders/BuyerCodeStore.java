package io.agizo.orders;

import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of codes by which buyers prove their numbers. */
@Repository
class BuyerCodeStore {

    private final JdbcClient jdbc;

    BuyerCodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the place of the cart's last code, if it had one. */
    void put(UUID cart, PhoneNumber phone, byte[] codeHash, Instant expires) {
        jdbc.sql("""
                insert into buyer_code (cart_id, phone, code_hash, tries, expires_at) values (?, ?, ?, 0, ?)
                    on conflict (cart_id) do update
                   set phone = excluded.phone, code_hash = excluded.code_hash, tries = 0, expires_at = excluded.expires_at
                """)
                .param(cart)
                .param(phone.e164())
                .param(codeHash)
                .param(OrderStore.timestamp(expires))
                .update();
    }

    /**
     * Whether it is the code, which is counted if it is not, however many are tried at once; empty if the cart has none for
     * that number that can still be tried.
     */
    Optional<Boolean> tried(UUID cart, PhoneNumber phone, byte[] codeHash, int mostTries, Instant now) {
        return jdbc.sql("""
                update buyer_code set tries = tries + case when code_hash = ? then 0 else 1 end
                 where cart_id = ? and phone = ? and tries < ? and expires_at > ?
                returning code_hash = ?
                """)
                .param(codeHash)
                .param(cart)
                .param(phone.e164())
                .param(mostTries)
                .param(OrderStore.timestamp(now))
                .param(codeHash)
                .query(Boolean.class)
                .optional();
    }

    void deleteExpired(Instant now) {
        jdbc.sql("delete from buyer_code where expires_at <= ?")
                .param(OrderStore.timestamp(now))
                .update();
    }
}
