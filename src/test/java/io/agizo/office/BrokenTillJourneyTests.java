package io.agizo.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.agizo.office.Colleagues.hired;
import static io.agizo.office.Till.home;
import static io.agizo.office.Till.next;
import static io.agizo.office.Till.orders;
import static io.agizo.office.Till.product;
import static io.agizo.office.Till.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import io.agizo.office.Colleagues.Colleague;
import io.agizo.signin.TwoReplicas;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tills that break: the power goes, the clock is wrong, the store is of another version. No sale is lost or doubled. */
class BrokenTillJourneyTests {

    private static final Pattern ONE_AWAY = Pattern.compile("1 sale not home yet.*");

    private final Colleague cashier = hired("cashier");
    private final String sku = product(10);

    @Test
    void keepsASaleThroughThePowerCutAfterIt(@TempDir(cleanup = CleanupMode.NEVER) Path folder) {
        try (Till till = Till.keptIn(folder)) {
            till.signIn(cashier);
            Page page = till.open();
            till.line().cut();
            sell(page, sku);

            till.dies(folder);

            till.line().mend();
            till.signIn(cashier);
            comesHome(till.open());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void takesASaleAtItsTrueTimeFromATillWhoseClockIsADayOff(long days) {
        try (Till till = Till.onLaptop()) {
            till.browser().begin("""
                    (() => {
                      const True = Date;
                      window.Date = class extends True {
                        constructor(...given) { if (given.length) super(...given); else super(True.now() + %1$d); }
                        static now() { return True.now() + %1$d; }
                      };
                    })()""".formatted(ChronoUnit.DAYS.getDuration().toMillis() * days));
            till.signIn(cashier);
            Page page = till.open();
            till.line().cut();
            sell(page, sku);
            next(page);
            assertThat(home(page)).hasText(ONE_AWAY);

            till.line().mend();
            comesHome(page);
        }
        assertThat(orderedAt()).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
    }

    /** A newer page took the store to its version while this one was open, and then went. */
    @Test
    void goesOnWithAStoreOfALaterVersion() {
        try (Till till = Till.onLaptop()) {
            till.signIn(cashier);
            Page page = till.open();
            till.line().cut();
            sell(page, sku);
            next(page);
            page.evaluate("""
                    new Promise((resolve, reject) => {
                      const later = indexedDB.open('agizo-till', 99);
                      later.onupgradeneeded = () => later.result.createObjectStore('later');
                      later.onsuccess = () => { later.result.close(); resolve(); };
                      later.onerror = reject;
                    })""");
            page.reload();
            assertThat(home(page)).hasText(ONE_AWAY);

            till.line().mend();
            comesHome(page);
        }
    }

    private void comesHome(Page page) {
        assertThat(home(page)).hasText(Pattern.compile("All sales are home"));
        assertThat(orders(cashier)).isOne();
    }

    private Instant orderedAt() {
        return TwoReplicas.sql()
                .sql("select ordered_at from orders where placed_by = ? and reference like 'till-%'")
                .param("person:" + cashier.member().id().value())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
