package io.agizo.customers;

import io.agizo.queries.Query;
import io.agizo.queries.RoundTrip;
import io.agizo.shared.Columns;
import io.agizo.shared.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The SQL of customers. */
@Repository
class CustomerStore {

    static final String COLUMNS = "id, code, name, phone, email, locale, created_at, erased_at, version";

    private static final String BY_CODE =
            "select " + COLUMNS + " from customer where code = any (?::text[]) and erased_at is null";

    /** Locked in the order of the codes, lest two lists wait for each other. */
    private static final String LOCK = BY_CODE + " order by code for update";

    private static final String BY_ID = "select " + COLUMNS + " from customer where id = any (?::uuid[])";

    private static final String LOCK_BY_ID = BY_ID + " order by code for update";

    private static final String EARLIEST_BY_PHONE =
            "select distinct on (phone) " + COLUMNS + " from customer where phone = any (?::text[]) order by phone, id";

    /** The sort comes before the locks, so every transaction takes them in one order and none wait in a circle. */
    private static final String LOCK_PHONES = """
            select pg_advisory_xact_lock(key)
              from (select distinct hashtextextended(phone, 0) as key from unnest(?::text[]) as phone order by key) sorted
            """;

    private static final String INSERT = """
            insert into customer (id, code, name, phone, email, locale, version, created_at)
            select id, code, name, phone, email, locale, 1, created_at
              from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                   as c (id, code, name, phone, email, locale, created_at)
             order by code
                on conflict (code) where erased_at is null do nothing
            returning id
            """;

    private static final String UPDATE = """
            update customer
               set code = c.code, name = c.name, phone = c.phone, email = c.email, locale = c.locale,
                   version = customer.version + 1
              from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                   as c (id, code, name, phone, email, locale)
             where customer.id = c.id
            """;

    private static final String ERASE = """
            update customer
               set name = null, phone = null, email = null, erased_at = ?, version = version + 1
             where id = ?
            """;

    /** Any number will do that nobody else takes advisory locks on. */
    private static final long UPSERTS = 8_130_001;

    private final JdbcTemplate jdbc;
    private final RoundTrip trip;

    CustomerStore(JdbcTemplate jdbc, RoundTrip trip) {
        this.jdbc = jdbc;
        this.trip = trip;
    }

    Map<CustomerCode, CustomerView> byCode(Collection<CustomerCode> codes) {
        return trip.answer(queryByCode(codes));
    }

    Query<Map<CustomerCode, CustomerView>> queryByCode(Collection<CustomerCode> codes) {
        return foundByCode(BY_CODE, codes);
    }

    Map<CustomerCode, CustomerView> lock(Collection<CustomerCode> codes) {
        return trip.answer(foundByCode(LOCK, codes));
    }

    /** Lets one list of customers in at a time, until the transaction ends. */
    void lockUpserts() {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, UPSERTS);
    }

    Map<CustomerId, CustomerView> byId(Collection<CustomerId> ids) {
        return trip.answer(queryById(ids));
    }

    Query<Map<CustomerId, CustomerView>> queryById(Collection<CustomerId> ids) {
        return foundById(BY_ID, ids);
    }

    Map<CustomerId, CustomerView> lockById(Collection<CustomerId> ids) {
        return trip.answer(foundById(LOCK_BY_ID, ids));
    }

    /** The one recorded first comes first. */
    List<CustomerId> idsByPhone(PhoneNumber phone) {
        return jdbc.query(
                "select id from customer where phone = ? order by id", (row, number) -> id(row), phone.e164());
    }

    /** Of several customers with one phone the one recorded first. */
    Map<PhoneNumber, CustomerView> earliestByPhone(Collection<PhoneNumber> phones) {
        return trip.answer(Query.byKey(
                EARLIEST_BY_PHONE,
                Columns.texts(phones, PhoneNumber::e164),
                row -> Objects.requireNonNull(phone(row)),
                CustomerStore::view));
    }

    /** Holds the phones until the transaction ends, against whoever else is about to record a customer with one of them. */
    void lockPhones(Collection<PhoneNumber> phones) {
        jdbc.query(LOCK_PHONES, row -> {}, (Object) Columns.texts(phones, PhoneNumber::e164));
    }

    /** Inserts those whose code is free, in the order of their codes lest two inserters wait for each other; tells which. */
    Set<CustomerId> insert(Collection<CustomerView> customers) {
        return new HashSet<>(jdbc.query(
                INSERT,
                (row, number) -> id(row),
                Columns.texts(customers, customer -> customer.id().value()),
                Columns.texts(customers, CustomerView::code),
                Columns.texts(customers, CustomerView::name),
                Columns.texts(customers, CustomerView::phone),
                Columns.texts(customers, CustomerView::email),
                Columns.texts(customers, CustomerView::locale),
                Columns.texts(customers, CustomerView::createdAt)));
    }

    /** Writes locked customers; the version of each rises by one. */
    void update(Collection<CustomerView> customers) {
        jdbc.update(
                UPDATE,
                Columns.texts(customers, customer -> customer.id().value()),
                Columns.texts(customers, CustomerView::code),
                Columns.texts(customers, CustomerView::name),
                Columns.texts(customers, CustomerView::phone),
                Columns.texts(customers, CustomerView::email),
                Columns.texts(customers, CustomerView::locale));
    }

    CustomerView update(CustomerView customer) {
        update(List.of(customer));
        return customer.atVersion(customer.version() + 1);
    }

    void erase(CustomerId customer, Instant now) {
        jdbc.update(ERASE, now.atOffset(ZoneOffset.UTC), customer.value());
    }

    private static Query<Map<CustomerCode, CustomerView>> foundByCode(String sql, Collection<CustomerCode> codes) {
        return Query.byKey(sql, Columns.texts(codes, CustomerCode::value), CustomerStore::code, CustomerStore::view);
    }

    private static Query<Map<CustomerId, CustomerView>> foundById(String sql, Collection<CustomerId> ids) {
        return Query.byKey(sql, Columns.texts(ids, CustomerId::value), CustomerStore::id, CustomerStore::view);
    }

    private static CustomerId id(ResultSet row) throws SQLException {
        return new CustomerId(row.getObject(1, UUID.class));
    }

    private static CustomerCode code(ResultSet row) throws SQLException {
        return new CustomerCode(row.getString(2));
    }

    private static @Nullable PhoneNumber phone(ResultSet row) throws SQLException {
        String phone = row.getString(4);
        return phone == null ? null : new PhoneNumber(phone);
    }

    static CustomerView view(ResultSet row) throws SQLException {
        return new CustomerView(
                id(row),
                code(row),
                row.getString(3),
                phone(row),
                row.getString(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getObject(8) != null,
                row.getInt(9));
    }
}
