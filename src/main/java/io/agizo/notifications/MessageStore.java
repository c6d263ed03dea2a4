package io.agizo.notifications;

import io.agizo.orders.OrderId;
import io.agizo.orders.OrderMessage;
import io.agizo.queries.Query;
import io.agizo.shared.Columns;
import io.agizo.shared.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts, as orders write them and people read them; {@link SendingStore} is for those who send them. */
@Repository
class MessageStore {

    private static final String COLUMNS =
            "id, order_id, occasion, kind, phone, case when secret_until is null then body end as body, status, attempts,"
                    + " queued_at, sent_at, gateway, gateway_id, cost, detail";

    private final JdbcClient jdbc;

    MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the texts and tells which are new; an occasion of an order that was texted before is left as it is. */
    List<NewText> insert(List<NewText> texts) {
        List<UUID> written = jdbc.sql("""
                insert into message (id, order_id, occasion, phone, body, status, due_at, queued_at, detail,
                                     traceparent)
                select id, order_id, occasion, phone, body, status, case when refusal is null then at end, at, refusal, trace
                  from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[],
                              ?::text[])
                    as text (id, order_id, occasion, phone, body, status, at, refusal, trace)
                    on conflict (order_id, occasion) where order_id is not null do nothing
                returning id
                """)
                .param(Columns.texts(texts, NewText::id))
                .param(Columns.texts(texts, text -> text.order().value()))
                .param(Columns.texts(texts, NewText::occasion))
                .param(Columns.texts(texts, NewText::to))
                .param(Columns.texts(texts, NewText::body))
                .param(Columns.texts(texts, text -> text.status().word()))
                .param(Columns.texts(texts, NewText::at))
                .param(Columns.texts(texts, NewText::refusal))
                .param(Columns.texts(texts, NewText::trace))
                .query(UUID.class)
                .list();
        if (written.size() == texts.size()) {
            return texts;
        }
        Set<UUID> isNew = new HashSet<>(written);
        return texts.stream().filter(text -> isNew.contains(text.id())).toList();
    }

    /** Ends what waits to be sent about the order, for the first time or once more. */
    void withdraw(OrderId order, String detail) {
        jdbc.sql("""
                update message
                   set status = case when status = 'queued' then 'dead' else status end, due_at = null, detail = ?
                 where order_id = ? and status in ('queued', 'unknown') and due_at is not null
                """).param(detail).param(order.value()).update();
    }

    Query<Map<OrderId, List<OrderMessage>>> about(Collection<OrderId> orders) {
        return Query.grouped(
                "select order_id, queued_at, phone, status from message where order_id = any(?::uuid[]) order by id",
                Columns.texts(orders, OrderId::value),
                row -> new OrderId(row.getObject(1, UUID.class)),
                row -> new OrderMessage(instant(row, "queued_at"), phone(row), row.getString(4)));
    }

    /** The newest first, from after the one with that id; of one order and in one state where those are given. */
    List<MessageView> list(@Nullable OrderId order, @Nullable MessageStatus status, @Nullable UUID after, int most) {
        StringBuilder conditions = new StringBuilder();
        List<Object> values = new ArrayList<>();
        if (order != null) {
            conditions.append(" and order_id = ?");
            values.add(order.value());
        }
        if (status != null) {
            // Written out, and with what follows from it, so that the planner sees which partial index has them.
            boolean due = status == MessageStatus.QUEUED || status == MessageStatus.SENDING;
            conditions.append(due ? " and due_at is not null" : "");
            conditions.append(" and status = '").append(status.word()).append("'");
        }
        if (after != null) {
            conditions.append(" and id < ?");
            values.add(after);
        }
        values.add(most);
        return jdbc.sql("""
                select %s
                  from message
                 where true %s
                 order by id desc limit ?
                """.formatted(COLUMNS, conditions))
                .params(values)
                .query(MessageStore::view)
                .list();
    }

    Optional<MessageView> find(UUID id) {
        return one(id, "");
    }

    /** Reads the text and locks its row until the transaction ends. */
    Optional<MessageView> lock(UUID id) {
        return one(id, " for update");
    }

    private Optional<MessageView> one(UUID id, String locking) {
        return jdbc.sql("select " + COLUMNS + " from message where id = ?" + locking)
                .param(id)
                .query(MessageStore::view)
                .optional();
    }

    /** Has the text due once more; its row must be locked. A report of the try before still counts. */
    void queueAgain(UUID id, Instant now) {
        jdbc.sql("update message set status = 'queued', due_at = ?, sent_at = null, detail = null where id = ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(id)
                .update();
    }

    private static MessageView view(ResultSet row, int index) throws SQLException {
        UUID order = row.getObject("order_id", UUID.class);
        return new MessageView(
                row.getObject("id", UUID.class),
                order == null ? null : new OrderId(order),
                null,
                row.getString("occasion"),
                MessageKind.of(row.getString("kind")),
                phone(row),
                row.getString("body"),
                MessageStatus.of(row.getString("status")),
                row.getInt("attempts"),
                instant(row, "queued_at"),
                row.getObject("sent_at") == null ? null : instant(row, "sent_at"),
                row.getString("gateway"),
                row.getString("gateway_id"),
                row.getString("cost"),
                row.getString("detail"));
    }

    private static @Nullable PhoneNumber phone(ResultSet row) throws SQLException {
        String phone = row.getString("phone");
        return phone == null ? null : new PhoneNumber(phone);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
