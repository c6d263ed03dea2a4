package io.agizo.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.PreparedPlans;
import io.agizo.TestDatabase;
import io.agizo.WatchedDatabase;
import io.agizo.api.IdempotentAnswers;
import io.agizo.api.PageRequest;
import io.agizo.shared.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class CustomerListPlansModuleTests {

    private final WatchedDatabase database = new WatchedDatabase(TestDatabase.fresh());
    private final ModuleContext shop = ModuleContext.on(database, Customers.class, IdempotentAnswers.class);

    @BeforeAll
    void registerMany() {
        shop.sql().sql("""
                insert into customer (id, code, name, phone, locale, version, created_at)
                select gen_random_uuid(), 'C-' || i, substr(md5(i::text), 1, 5) || ' number ' || i, '+2547' || (10000000 + i), 'en', 1,
                       '2026-11-22T09:00:00Z'
                  from generate_series(1, 50000) as i
                """).update();
        shop.sql().sql("analyze customer, search_word").update();
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @Test
    void aPageReadsWhatItShows() {
        assertThat(database.rowsReadBy(() -> list(null, new PageRequest(20, null))))
                .isLessThanOrEqualTo(21);
    }

    @Test
    void aPageFarIntoTheListReadsWhatItShows() {
        String position = shop.sql()
                .sql("select id from customer order by id desc offset 20000 limit 1")
                .query(String.class)
                .single();

        assertThat(database.rowsReadBy(() -> list(null, new PageRequest(20, List.of(position)))))
                .isLessThanOrEqualTo(21);
    }

    @ParameterizedTest
    @CsvSource({
        "number 49999",
        "c-49999",
        "+254710049999",
        "0710 049 999",
        "049999",
        "number",
        "nunber 49999",
        "xylophone"
    })
    void wordsReadWhatHoldsThem(String words) {
        assertThat(database.rowsReadBy(() -> list(words, new PageRequest(20, null))))
                .isLessThanOrEqualTo(1_000);
        assertThat(database.rowsReadBy(() -> shop.get(CustomerDirectory.class).matching(words, 20)))
                .isLessThanOrEqualTo(1_000);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"number", "number 49999", "+254710049999", "049999", "nobody", "nunber", "n"})
    void noListReadsTheWholeTableOnceItIsPrepared(@Nullable String words) {
        assertThat(PreparedPlans.rowsReadWithoutIndex(shop, "customer", () -> {
                    list(words, new PageRequest(20, null));
                    shop.get(CustomerDirectory.class).matching(words == null ? "number" : words, 200);
                }))
                .isZero();
    }

    @Test
    void codesAndPhonesReadTheCustomersAskedFor() {
        CustomerDirectory directory = shop.get(CustomerDirectory.class);

        assertThat(database.rowsReadBy(
                        () -> directory.byCode(List.of(new CustomerCode("C-7"), new CustomerCode("C-8")))))
                .isEqualTo(2);
        assertThat(database.rowsReadBy(
                        () -> shop.get(CustomerStore.class).earliestByPhone(List.of(new PhoneNumber("+254710000007")))))
                .isEqualTo(1);
    }

    private void list(@Nullable String words, PageRequest request) {
        shop.get(Customers.class).list(Callers.shopkeeper(), words, request);
    }
}
