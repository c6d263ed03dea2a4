package io.agizo.accounts;

import io.agizo.customers.CustomerId;
import io.agizo.shared.Columns;
import io.agizo.shared.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of accounts. */
@Repository
class AccountStore {

    private static final String COLUMNS =
            "id, name, phone, phone_proved, email, locale, customer_id, created_at, version";
    private static final String ACCOUNT = "select " + COLUMNS + " from account where ";
    private static final String CHANGED = ", version = version + 1 where id = ? returning " + COLUMNS;

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, String> names(Collection<UUID> accounts) {
        Map<UUID, String> names = HashMap.newHashMap(accounts.size());
        jdbc.sql("select id, name from account where id = any(?::uuid[])")
                .param(Columns.texts(accounts, account -> account))
                .query(row -> {
                    names.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return names;
    }

    Optional<Account> find(AccountId id) {
        return jdbc.sql(ACCOUNT + "id = ?")
                .param(id.value())
                .query(AccountStore::account)
                .optional();
    }

    Optional<Account> byPhone(PhoneNumber phone) {
        return jdbc.sql(ACCOUNT + "phone = ?")
                .param(phone.e164())
                .query(AccountStore::account)
                .optional();
    }

    Optional<Account> byEmail(String email) {
        return jdbc.sql(ACCOUNT + "lower(email) = lower(?)")
                .param(email)
                .query(AccountStore::account)
                .optional();
    }

    Optional<Account> lock(AccountId id) {
        return jdbc.sql(ACCOUNT + "id = ? for update")
                .param(id.value())
                .query(AccountStore::account)
                .optional();
    }

    /** Locks the account of the customer, if they have one. */
    void lock(CustomerId customer) {
        jdbc.sql("select id from account where customer_id = ? for update")
                .param(customer.value())
                .query(row -> {});
    }

    /** Holds the phone until the transaction ends, against whoever else is about to make an account of it. */
    void lockPhone(PhoneNumber phone) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('account ' || ?, 0))")
                .param(phone.e164())
                .query(row -> {});
    }

    void insert(Account account) {
        jdbc.sql("""
                        insert into account (id, name, phone, phone_proved, email, locale, customer_id, version, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(account.id().value())
                .param(account.name())
                .param(account.phone() == null ? null : account.phone().e164())
                .param(account.phoneProved())
                .param(account.email())
                .param(account.locale())
                .param(account.customer() == null ? null : account.customer().value())
                .param(account.version())
                .param(account.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Account update(AccountId id, AccountDetails details) {
        return jdbc.sql("update account set name = ?, locale = ?" + CHANGED)
                .param(details.name())
                .param(details.locale())
                .param(id.value())
                .query(AccountStore::account)
                .single();
    }

    Account replacePhone(AccountId id, PhoneNumber phone) {
        return jdbc.sql("update account set phone = ?, phone_proved = true" + CHANGED)
                .param(phone.e164())
                .param(id.value())
                .query(AccountStore::account)
                .single();
    }

    Account replaceEmail(AccountId id, @Nullable String email) {
        return jdbc.sql("update account set email = ?" + CHANGED)
                .param(email)
                .param(id.value())
                .query(AccountStore::account)
                .single();
    }

    /** With it goes all that belongs to it alone, such as ways in. */
    void delete(AccountId id) {
        jdbc.sql("delete from account where id = ?").param(id.value()).update();
    }

    /** Those of the customers who have an account. */
    Set<CustomerId> linked(Collection<CustomerId> customers) {
        return new HashSet<>(jdbc.sql("select customer_id from account where customer_id = any(?::uuid[])")
                .param(Columns.texts(customers, CustomerId::value))
                .query((row, number) -> new CustomerId(row.getObject(1, UUID.class)))
                .list());
    }

    void link(AccountId id, CustomerId customer) {
        jdbc.sql("update account set customer_id = ? where id = ?")
                .param(customer.value())
                .param(id.value())
                .update();
    }

    void unlink(CustomerId customer) {
        jdbc.sql("update account set customer_id = null where customer_id = ?")
                .param(customer.value())
                .update();
    }

    Optional<String> passwordHash(AccountId id) {
        return jdbc.sql("select password_hash from account where id = ? and password_hash is not null")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    Optional<PasswordHashes.Kept> passwordHash(@Nullable String phone, String email) {
        return jdbc.sql("""
                        select id, password_hash from account
                         where (phone = ? or lower(email) = lower(?)) and password_hash is not null
                         order by phone = ? desc nulls last limit 1
                        """)
                .param(phone)
                .param(email)
                .param(phone)
                .query((row, number) -> new PasswordHashes.Kept(
                        new AccountId(row.getObject("id", UUID.class)), row.getString("password_hash")))
                .optional();
    }

    void replacePasswordHash(AccountId id, @Nullable String hash) {
        jdbc.sql("update account set password_hash = ? where id = ?")
                .param(hash)
                .param(id.value())
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        String phone = row.getString("phone");
        UUID customer = row.getObject("customer_id", UUID.class);
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("name"),
                phone == null ? null : new PhoneNumber(phone),
                row.getBoolean("phone_proved"),
                row.getString("email"),
                row.getString("locale"),
                customer == null ? null : new CustomerId(customer),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
