package io.agizo.orders;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.ManyOrdersReport.Refusal;
import io.agizo.orders.ManyOrdersReport.State;
import io.agizo.orders.ManyOrdersReport.Why;
import io.agizo.shared.Columns;
import io.agizo.shared.Ids;
import io.agizo.workers.LeaseLost;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of jobs over many orders: their queue, their leases and how far they have come. */
@Repository
class ManyOrdersStore {

    private final JdbcClient jdbc;

    ManyOrdersStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a job is: all that is known of it before its orders are. */
    record New(
            ManyOrdersId id,
            @Nullable UUID key,
            OrderAction action,
            @Nullable String reason,
            Caller caller) {}

    /** Queues a job that has no orders yet, unless one is there under its key; tells whether none was. */
    boolean insert(New job, Instant now) {
        return jdbc.sql("""
                        insert into many_orders (id, key, action, reason, caller_id, permissions, state, total, asked_at)
                        values (?, ?, ?, ?, ?, ?::text[], 'queued', 0, ?)
                            on conflict (key) do nothing
                        """)
                        .param(job.id().value())
                        .param(job.key())
                        .param(job.action().word())
                        .param(job.reason())
                        .param(job.caller().id())
                        .param(Columns.texts(job.caller().permissions(), Permission::scope))
                        .param(OrderStore.timestamp(now))
                        .update()
                == 1;
    }

    ManyOrdersId under(UUID key) {
        return new ManyOrdersId(jdbc.sql("select id from many_orders where key = ?")
                .param(key)
                .query(UUID.class)
                .single());
    }

    /** Gives a new job these orders, in that order. */
    void name(ManyOrdersId id, Collection<OrderNumber> numbers) {
        count(
                id,
                jdbc.sql("""
                insert into many_orders_order (job_id, seq, number)
                select ?, seq, number from unnest(?::text[]) with ordinality as o (number, seq)
                """)
                        .param(id.value())
                        .param(Columns.texts(numbers, number -> number))
                        .update());
    }

    /** Gives a new job the orders that match at this moment, and tells how many they are. */
    int find(ManyOrdersId id, OrderFilter filter, int most) {
        var query = new OrderListQuery(filter, most);
        Map<String, @Nullable Object> parameters = new HashMap<>(query.parameters());
        parameters.put("job", id.value());
        // As an array, for the reason that a page of orders is read so.
        return count(id, jdbc.sql("""
                insert into many_orders_order (job_id, seq, number)
                select :job, row_number() over (order by ordered_at, id), number
                  from orders where id = any (array(select id from (%s) found limit :most))
                """.formatted(query.sql())).params(parameters).update());
    }

    private int count(ManyOrdersId id, int total) {
        jdbc.sql("update many_orders set total = ? where id = ?")
                .params(total, id.value())
                .update();
        return total;
    }

    int unfinished(Caller caller) {
        return jdbc.sql("select count(*) from many_orders where caller_id = ? and state in ('queued', 'running')")
                .param(caller.id())
                .query(Integer.class)
                .single();
    }

    /** Takes up the oldest unfinished job that nobody holds, or that very one. */
    Optional<ManyOrdersJob> claim(@Nullable ManyOrdersId only, Instant now, Instant until, BooleanSupplier open) {
        return jdbc.sql("""
                update many_orders
                   set state = 'running', lease_id = :lease, leased_until = :until, attempts = attempts + 1,
                       version = version + 1
                 where id = (select id from many_orders
                              where state in ('queued', 'running') and (state = 'queued' or leased_until < :now)
                                and (:only::uuid is null or id = :only::uuid)
                              order by asked_at, id limit 1 for update skip locked)
                returning id, lease_id, action, reason, caller_id, permissions, attempts, reached, refused
                """)
                .param("lease", Ids.next())
                .param("until", OrderStore.timestamp(until))
                .param("now", OrderStore.timestamp(now))
                .param("only", only == null ? null : only.value())
                .query((row, number) -> job(row, open))
                .optional();
    }

    /** The next orders of the job, by their places. */
    SortedMap<Integer, OrderNumber> next(ManyOrdersJob job, int most) {
        SortedMap<Integer, OrderNumber> next = new TreeMap<>();
        jdbc.sql("select seq, number from many_orders_order where job_id = ? and seq > ? order by seq limit ?")
                .params(job.id().value(), job.reached(), most)
                .query(row -> {
                    next.put(row.getInt(1), new OrderNumber(row.getString(2)));
                });
        return next;
    }

    /** Writes down how far the job has come, within the transaction of what the step wrote, and holds on to the lease. */
    void save(ManyOrdersJob job, SortedMap<Integer, Refusal> refused, Instant until) {
        if (!refused.isEmpty()) {
            add(job.id(), refused);
        }
        check(
                job,
                jdbc.sql("""
                update many_orders
                   set reached = ?, refused = ?, attempts = 0, leased_until = ?, version = version + 1
                 where id = ? and lease_id = ?
                """)
                        .params(
                                job.reached(),
                                job.refused(),
                                OrderStore.timestamp(until),
                                job.id().value(),
                                job.lease())
                        .update());
    }

    private void add(ManyOrdersId id, SortedMap<Integer, Refusal> refused) {
        Collection<Refusal> refusals = refused.values();
        jdbc.sql("""
                insert into many_orders_refusal (job_id, seq, why, message, present, by_whom, at)
                select ?, r.* from unnest(?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[]) as r
                """)
                .param(id.value())
                .param(Columns.ints(refused.keySet(), Integer::intValue))
                .param(Columns.texts(refusals, refusal -> refusal.why().word()))
                .param(Columns.texts(refusals, Refusal::message))
                .param(Columns.texts(
                        refusals,
                        refusal -> refusal.present() == null
                                ? null
                                : refusal.present().word()))
                .param(Columns.texts(refusals, Refusal::by))
                .param(Columns.texts(refusals, Refusal::at))
                .update();
    }

    void finish(ManyOrdersJob job, State state, Instant now) {
        check(
                job,
                jdbc.sql("""
                update many_orders
                   set state = ?, finished_at = ?, lease_id = null, leased_until = null, version = version + 1
                 where id = ? and lease_id = ?
                """)
                        .params(
                                state.word(),
                                OrderStore.timestamp(now),
                                job.id().value(),
                                job.lease())
                        .update());
    }

    /** Lets others take the job up from some time on, unless one has already. */
    void release(ManyOrdersJob job, Instant from) {
        jdbc.sql("update many_orders set leased_until = ? where id = ? and lease_id = ?")
                .params(OrderStore.timestamp(from), job.id().value(), job.lease())
                .update();
    }

    Optional<ManyOrdersReport> report(ManyOrdersId id) {
        return jdbc.sql("""
                select id, action, reason, state, total, reached, refused, asked_at, finished_at, version
                  from many_orders where id = ?
                """).param(id.value()).query(ManyOrdersStore::report).optional();
    }

    List<Refusal> refusals(ManyOrdersId id, int most) {
        return jdbc.sql("""
                select number, why, message, present, by_whom, at
                  from many_orders_refusal join many_orders_order using (job_id, seq)
                 where job_id = ? order by seq limit ?
                """)
                .params(id.value(), most)
                .query(ManyOrdersStore::refusal)
                .list();
    }

    /** Forgets jobs that ended long ago. */
    void forget(Instant finishedBefore) {
        jdbc.sql("""
                with gone as (
                    delete from many_orders where finished_at < ? returning id
                ), refusals as (
                    delete from many_orders_refusal where job_id in (select id from gone)
                )
                delete from many_orders_order where job_id in (select id from gone)
                """).param(OrderStore.timestamp(finishedBefore)).update();
    }

    private static ManyOrdersJob job(ResultSet row, BooleanSupplier open) throws SQLException {
        return new ManyOrdersJob(
                new ManyOrdersId(row.getObject("id", UUID.class)),
                row.getObject("lease_id", UUID.class),
                OrderAction.of(row.getString("action")),
                row.getString("reason"),
                row.getString("caller_id"),
                Permission.ofScopes(
                        Arrays.asList((String[]) row.getArray("permissions").getArray())),
                row.getInt("attempts"),
                row.getInt("reached"),
                row.getInt("refused"),
                open);
    }

    private static ManyOrdersReport report(ResultSet row, int index) throws SQLException {
        int refused = row.getInt("refused");
        return new ManyOrdersReport(
                new ManyOrdersId(row.getObject("id", UUID.class)),
                OrderAction.of(row.getString("action")),
                row.getString("reason"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("total"),
                row.getInt("reached") - refused,
                refused,
                List.of(),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"),
                row.getInt("version"));
    }

    private static Refusal refusal(ResultSet row, int index) throws SQLException {
        String present = row.getString("present");
        return new Refusal(
                new OrderNumber(row.getString("number")),
                Why.valueOf(row.getString("why").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getString("message"),
                present == null ? null : OrderStatus.of(present),
                row.getString("by_whom"),
                instant(row, "at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static void check(ManyOrdersJob job, int changed) {
        if (changed == 0) {
            throw new LeaseLost(job.toString());
        }
    }
}
