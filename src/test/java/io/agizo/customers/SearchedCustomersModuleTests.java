package io.agizo.customers;

import static io.agizo.customers.CustomerFixtures.details;
import static io.agizo.customers.CustomerFixtures.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.Together;
import io.agizo.api.Cursor;
import io.agizo.api.IdempotentAnswers;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.shared.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class SearchedCustomersModuleTests {

    private final ModuleContext shop = ModuleContext.of(Customers.class, IdempotentAnswers.class);

    @BeforeAll
    void registerSome() {
        registered(shop, details("C-001", "Amina Otieno", "0711000001"));
        registered(shop, details("C-002", "Baraka Otieno", "0722000002"));
        registered(shop, details("VIP_1", "100% Juice Bar", null));
        registered(shop, details("VIPX1", "Mama Fua \\ Sons", null));
        registered(shop, details("GONE", "Amina Gone", null));
        shop.get(Customers.class).erase(Callers.shopkeeper(), new CustomerCode("GONE"), null);
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "AMINA,C-001",
        "otieno amina,C-001",
        "otieno,C-002 C-001",
        "c-00,C-002 C-001",
        "+25472,C-002",
        "722000,C-002",
        "ba,VIP_1 C-002",
        "b,VIP_1 C-002",
        "inaaa,''",
        "amina baraka,''",
        "gone,''",
        "%,''",
        "100%,VIP_1 C-001",
        "VIP_,VIP_1 VIPX1",
        "VIP_1,VIP_1",
        "vip1,VIP_1",
        "\\,''",
        "0722 000 002,C-002",
        "0722-000-002,C-002",
        "+254 722 000002,C-002",
        "254722000002,C-002",
        "00254722000002,C-002",
        "000002,C-002",
        "otieno 0722 000 002,C-002",
        "0722 000 003,''",
        "C002,C-002",
        "C-003,''",
        "amnia,C-001",
        "otieon barka,C-002",
        "'  ',VIPX1 VIP_1 C-002 C-001"
    })
    void findsThoseWithAllTheWords(String words, String codes) {
        assertThat(codes(list(words, new PageRequest(20, null)))).isEqualTo(codes);
    }

    @Test
    void findsTheSameForOtherModules() {
        CustomerDirectory directory = shop.get(CustomerDirectory.class);

        assertThat(directory.byId(directory.matching("otieno", 10)).values())
                .extracting(customer -> customer.code().value())
                .containsExactlyInAnyOrder("C-001", "C-002");
        assertThat(directory.matching("otieno", 1)).hasSize(1);
        assertThat(directory.matching("gone", 1)).isEmpty();
    }

    @Test
    void findsAWholePhoneNumberWithoutLookingAtItsParts() {
        assertThat(codes(list("+254722000002", new PageRequest(20, null)))).isEqualTo("C-002");
        assertThat(codes(list("+254722000003", new PageRequest(20, null)))).isEmpty();
    }

    /** A name is personal, also where nothing says whose it is. */
    @Test
    void forgetsTheWordsThatNobodyHasAnyMore() {
        assertThat(vocabulary()).contains("amina", "otieno", "juice").doesNotContain("gone");

        registered(shop, details("NEW", "Zelda Wambui Otieno", null));
        shop.get(Customers.class)
                .change(
                        Callers.shopkeeper(),
                        new CustomerCode("NEW"),
                        null,
                        was -> details("NEW", "Zelda Otieno", null));
        assertThat(vocabulary()).contains("zelda").doesNotContain("wambui");

        shop.get(Customers.class).erase(Callers.shopkeeper(), new CustomerCode("NEW"), null);
        assertThat(vocabulary()).contains("otieno").doesNotContain("zelda");
    }

    @Test
    void findsWordsThatComeWhileOthersTakeThemAway() {
        for (int round = 0; round < 20; round++) {
            String name = "Xylo" + "abcdefghijklmnopqrst".charAt(round);
            registered(shop, details("OLD" + round, name, null));
            CustomerCode old = new CustomerCode("OLD" + round);
            CustomerDetails other = details("OTHER" + round, name, null);

            Together.run(List.of(
                    () -> {
                        shop.get(Customers.class).erase(Callers.shopkeeper(), old, null);
                        return old;
                    },
                    () -> registered(shop, other).code()));

            assertThat(codes(list(name, new PageRequest(20, null)))).isEqualTo("OTHER" + round);
            shop.get(Customers.class).erase(Callers.shopkeeper(), new CustomerCode("OTHER" + round), null);
        }
    }

    private List<String> vocabulary() {
        return shop.sql()
                .sql("select distinct word from search_word where realm = 'customer'")
                .query(String.class)
                .list();
    }

    @Test
    void pagesThroughAllLatestFirst() {
        List<String> seen = new ArrayList<>();
        @Nullable List<String> after = null;
        do {
            Page<CustomerView> page = list(null, new PageRequest(1, after));
            seen.add(codes(page));
            after = page.nextCursor() == null ? null : Cursor.read(page.nextCursor());
        } while (after != null);

        assertThat(seen).containsExactly("VIPX1", "VIP_1", "C-002", "C-001");
    }

    @Test
    void refusesWordsWithoutEnd() {
        assertThatThrownBy(() -> list("x".repeat(101), new PageRequest(1, null)))
                .isInstanceOf(InvalidInput.class);
        assertThat(list(
                                String.join(
                                        " ",
                                        IntStream.range(0, 50)
                                                .mapToObj(i -> "o")
                                                .toList()),
                                new PageRequest(1, null))
                        .items())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "not-an-id", "name\nx\ny"})
    void refusesAForeignCursor(String key) {
        assertThatThrownBy(() -> list(null, new PageRequest(1, Cursor.read(Cursor.of(List.of(key))))))
                .isInstanceOf(InvalidInput.class);
    }

    private Page<CustomerView> list(@Nullable String words, PageRequest request) {
        return shop.get(Customers.class).list(Callers.shopkeeper(), words, request);
    }

    private static String codes(Page<CustomerView> page) {
        return String.join(
                " ",
                page.items().stream().map(customer -> customer.code().value()).toList());
    }
}
