package io.agizo.orders;

import io.agizo.catalog.ProductId;
import io.agizo.customers.CustomerId;
import io.agizo.orders.OrderView.Event;
import io.agizo.orders.OrderView.Line;
import io.agizo.queries.Query;
import io.agizo.queries.RoundTrip;
import io.agizo.shared.Columns;
import io.agizo.shared.Money;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps orders with their lines and timelines in the database. */
@Component
class OrderStore {

    private static final String COLUMNS =
            "id, number, status, customer_id, total, note, reference, ordered_at, placed_by, version, buyer_name,"
                    + " buyer_phone";

    private final JdbcClient jdbc;
    private final RoundTrip trip;
    private final Shop shop;

    OrderStore(JdbcClient jdbc, RoundTrip trip, Shop shop) {
        this.jdbc = jdbc;
        this.trip = trip;
        this.shop = shop;
    }

    /** Writes what a step may change of each order, whose rows must be locked, and what its timeline says of it. */
    void write(List<OrderRow> orders, List<Event> events) {
        jdbc.sql("""
                with written as (
                    select * from unnest(?::uuid[], ?::text[], ?::numeric[], ?::text[], ?::timestamptz[], ?::integer[],
                                         ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                        as w (id, status, total, note, ordered_at, version, event, by_whom, detail, at)
                ), told as (
                    insert into order_event (order_id, seq, event, by_whom, detail, at)
                    select id, version, event, by_whom, detail, at from written
                )
                update orders
                   set status = w.status, total = w.total, note = w.note, ordered_at = w.ordered_at, version = w.version
                  from written w
                 where orders.id = w.id
                """)
                .param(Columns.texts(orders, order -> order.id().value()))
                .param(Columns.texts(orders, order -> order.status().word()))
                .param(Columns.texts(orders, order -> order.total().amount()))
                .param(Columns.texts(orders, OrderRow::note))
                .param(Columns.texts(orders, OrderRow::time))
                .param(Columns.ints(orders, OrderRow::version))
                .param(Columns.texts(events, Event::event))
                .param(Columns.texts(events, Event::by))
                .param(Columns.texts(events, Event::detail))
                .param(Columns.texts(events, Event::at))
                .update();
    }

    /** From then on only {@link #numbers} and {@link #placedUnder} know the order. */
    void markVoided(OrderId order, Instant at) {
        jdbc.sql("update orders set voided_at = ? where id = ?")
                .param(timestamp(at))
                .param(order.value())
                .update();
    }

    /** Which orders were placed before under these references, or are meant by them, since a download names them so. */
    Query<Map<String, OrderNumber>> placedUnder(Collection<String> references) {
        return Query.byKey(
                """
                with asked as (select ?::text[] as names)
                select number, number from orders where number = any ((select names from asked)::text[])
                union all
                select reference, number from orders where reference = any ((select names from asked)::text[])
                """,
                Columns.texts(references, reference -> reference),
                row -> row.getString(1),
                row -> new OrderNumber(row.getString(2)));
    }

    /** Those of the orders that are there and not voided. */
    List<OrderRow> byNumber(Collection<OrderNumber> numbers) {
        return numbered(numbers, "");
    }

    Optional<OrderRow> find(OrderNumber number) {
        return byNumber(List.of(number)).stream().findAny();
    }

    /** Locks the rows until the transaction ends, sorted before they are locked, so that no two wait in a circle. */
    List<OrderRow> lock(Collection<OrderNumber> numbers) {
        return numbered(numbers, " order by id for update");
    }

    private List<OrderRow> numbered(Collection<OrderNumber> numbers, String locking) {
        return jdbc.sql("select " + COLUMNS + " from orders where number = any (?::text[]) and voided_at is null"
                        + locking)
                .param(Columns.texts(numbers, number -> number))
                .query(this::row)
                .list();
    }

    /** The orders that match, in the order asked for, from the place of the cursor on. */
    List<OrderRow> list(OrderFilter filter, int most) {
        var query = new OrderListQuery(filter, most);
        String direction = filter.sort().descending() ? "desc" : "asc";
        // As an array, the ids leave the planner no other way than to fetch these orders, all in one walk along their
        // key.
        return jdbc.sql("""
                select %s from orders
                 where id = any (array(select id from (%s) found limit :most))
                 order by %s %s, id %s
                """.formatted(COLUMNS, query.sql(), filter.sort().column(), direction, direction))
                .params(query.parameters())
                .query(this::row)
                .list();
    }

    Query<Map<OrderId, List<StoredLine>>> lines(Collection<OrderId> orders) {
        return Query.grouped("""
                select order_id, line_number, product_id, sku, item, quantity, amount, fulfilled, returned
                  from order_line where order_id = any (?::uuid[]) order by order_id, line_number
                """, ids(orders), OrderStore::id, this::line);
    }

    /** Steps in their own order, since clocks of replicas differ, and between them when the order was printed. */
    Query<Map<OrderId, List<Event>>> timelines(Collection<OrderId> orders) {
        return Query.grouped(
                """
                with asked as (select ?::uuid[] as ids)
                select order_id, at, by_whom, event, detail
                  from (select order_id, at, by_whom, event, detail, seq,
                               max(at) over (partition by order_id order by seq) as place
                          from order_event where order_id = any ((select ids from asked)::uuid[]) union all
                        select order_id, at, by_whom, 'printed', what, null, at
                          from order_print where order_id = any ((select ids from asked)::uuid[])) as event
                 order by order_id, place, seq
                """,
                ids(orders),
                OrderStore::id,
                row -> new Event(instant(row, 2), row.getString(3), row.getString(4), row.getString(5)));
    }

    Map<OrderId, OrderNumber> numbers(Collection<OrderId> orders) {
        return trip.answer(Query.byKey(
                "select id, number from orders where id = any (?::uuid[])",
                ids(orders),
                OrderStore::id,
                row -> new OrderNumber(row.getString(2))));
    }

    private OrderRow row(ResultSet row, int index) throws SQLException {
        UUID customer = row.getObject(4, UUID.class);
        return new OrderRow(
                id(row),
                new OrderNumber(row.getString(2)),
                OrderStatus.of(row.getString(3)),
                customer == null ? null : new CustomerId(customer),
                buyer(row.getString(11), row.getString(12)),
                money(row.getBigDecimal(5)),
                row.getString(6),
                row.getString(7),
                instant(row, 8),
                row.getString(9),
                row.getInt(10));
    }

    private static OrderView.@Nullable Buyer buyer(@Nullable String name, @Nullable String phone) {
        return name == null ? null : new OrderView.Buyer(name, phone == null ? null : new PhoneNumber(phone));
    }

    private StoredLine line(ResultSet row) throws SQLException {
        UUID product = row.getObject(3, UUID.class);
        String sku = row.getString(4);
        int quantity = row.getInt(6);
        Money amount = money(row.getBigDecimal(7));
        return new StoredLine(
                product == null ? null : new ProductId(product),
                new Line(
                        row.getInt(2),
                        sku == null ? null : new Sku(sku),
                        row.getString(5),
                        quantity,
                        amount,
                        amount.times(quantity),
                        row.getInt(8),
                        row.getInt(9)));
    }

    private static OrderId id(ResultSet row) throws SQLException {
        return new OrderId(row.getObject(1, UUID.class));
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, shop.currency());
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String[] ids(Collection<OrderId> orders) {
        return Columns.texts(orders, OrderId::value);
    }
}
