package io.agizo.orders;

import io.agizo.customers.CustomerId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what colleagues tell each other about orders. */
@Repository
class PrivateNoteStore {

    private final JdbcClient jdbc;

    PrivateNoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PrivateNote> find(OrderId order) {
        return jdbc.sql("select note, written_by, written_at, version from order_private_note where order_id = ?")
                .param(order.value())
                .query((row, index) -> new PrivateNote(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getInt(4)))
                .optional();
    }

    /** Writes the note; the order's row must be locked. */
    void write(OrderId order, String note, String by, Instant at) {
        jdbc.sql("""
                insert into order_private_note as present (order_id, note, written_by, written_at, version)
                values (?, ?, ?, ?, 1)
                    on conflict (order_id) do update
                   set note = excluded.note, written_by = excluded.written_by, written_at = excluded.written_at,
                       version = present.version + 1
                """)
                .param(order.value())
                .param(note)
                .param(by)
                .param(OrderStore.timestamp(at))
                .update();
    }

    /** Its words may be about the customer. */
    void forget(CustomerId customer) {
        jdbc.sql("""
                update order_private_note set note = '', version = version + 1
                 where order_id in (select order_id from order_customer where customer_id = ?) and note <> ''
                """).param(customer.value()).update();
    }
}
