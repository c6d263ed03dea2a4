package io.agizo.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.TestDatabase;
import io.agizo.Together;
import io.agizo.shared.CannotStart;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import io.agizo.shared.TooMany;
import io.agizo.texting.TextsForStrangers.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What strangers may have texted. */
class StrangersTextsModuleTests {

    private static final PhoneNumber AMINA = new PhoneNumber("+254711000001");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T09:00:00Z"));
    private final InstantSource time = now::get;
    private final List<Object> announced = new ArrayList<>();
    private final ApplicationEventPublisher events = announced::add;
    private final DataSource database = TestDatabase.fresh();
    private final TextShareStore store = new TextShareStore(JdbcClient.create(database));
    private final TextsForStrangers texts = texts(null);

    private TextsForStrangers texts(@Nullable List<String> countries) {
        return new TextsForStrangers(
                store,
                new TextingSettings(countries),
                new Shop("Duka", Currency.getInstance("KES"), "KE", ZoneId.of("Africa/Nairobi")),
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                events,
                time.withZone(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+254900222111",
                "+19002345678",
                "+37090012345",
                "+870773111632",
                "+881612345678",
                "+88213123456",
                "+883510012345",
                "+979123456789",
                "+447012345678",
                "+254800223344"
            })
    void goToNoNumberThatCostsMoreThanATelephone(String number) {
        assertThatThrownBy(() -> texts.mustReach(new PhoneNumber(number)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("does not text");
    }

    @Test
    void goToTheShopsCountryAndItsNeighboursUnlessItNamesOthers() {
        PhoneNumber kampala = new PhoneNumber("+256712345678");
        PhoneNumber london = new PhoneNumber("+447400123456");

        texts.mustReach(AMINA);
        texts.mustReach(kampala);
        assertThatThrownBy(() -> texts.mustReach(london))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("country");

        TextsForStrangers abroad = texts(List.of("KE", "GB"));
        abroad.mustReach(london);
        assertThatThrownBy(() -> abroad.mustReach(kampala)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ke", "XX", "Kenya", "001", ""})
    void openNoShopThatNamesNoCountry(String named) {
        assertThatThrownBy(() -> texts(List.of("KE", named)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("agizo.sms.countries");
    }

    @Test
    void areFewToANumberFromOneNetworkAndLeaveItSomeFromAnother() {
        assertThat(codes(20, AMINA, "203.0.113.1")).isEqualTo(6);

        assertThat(codes(20, AMINA, "203.0.113.2")).isEqualTo(6);
        assertThat(codes(20, AMINA, "203.0.113.3")).as("of all networks").isZero();
    }

    @Test
    void areFewToANumberInADayAsWell() {
        int sent = 0;
        for (int hour = 0; hour < 12; hour++) {
            sent += codes(10, AMINA, "203.0.113.1");
            now.updateAndGet(instant -> instant.plus(Duration.ofHours(1)));
        }

        assertThat(sent).isBetween(10, 15);
    }

    @Test
    void neverUseUpWhatABrowserOfItsOwnerHas() {
        codes(20, AMINA, "203.0.113.1");
        codes(20, AMINA, "203.0.113.2");

        texts.takeCode(AMINA, "203.0.113.3", "her browser");
    }

    @Test
    void areBoundedForAllTelephonesOfANetworkAndForAllNetworks() {
        int ofOne = 0;
        for (int i = 0; i < 150; i++) {
            ofOne += codes(1, phone(i), "203.0.113.1");
        }
        assertThat(ofOne).isEqualTo(120);

        int ofAll = ofOne;
        for (int i = 0; i < 500; i++) {
            ofAll += codes(1, phone(1000 + i), "203.0." + i % 200 + ".9");
        }
        assertThat(ofAll).isEqualTo(500);
    }

    @Test
    void areNoMoreHoweverManyAreAskedForAtOnce() {
        List<Boolean> taken = Together.run(20, () -> codes(1, AMINA, "203.0.113.1") == 1);

        assertThat(taken.stream().filter(each -> each)).hasSize(6);
    }

    @Test
    void areToldWhenToComeBackAndAnnounced() {
        codes(6, AMINA, "203.0.113.1");

        assertThatThrownBy(() -> texts.takeCode(AMINA, "203.0.113.1", null))
                .isInstanceOfSatisfying(
                        TooMany.class,
                        tooMany -> assertThat(tooMany.waitSeconds()).isEqualTo(600));
        assertThat(announced).hasSize(1);
        now.updateAndGet(instant -> instant.plusSeconds(600));
        texts.takeCode(AMINA, "203.0.113.1", null);
    }

    @Test
    void countNoOrderThatWasGivenBack() {
        for (int i = 0; i < 50; i++) {
            texts.giveBack(texts.takeOrder(AMINA, "203.0.113.1", "cart"));
        }

        assertThat(orders(10)).isEqualTo(6);
    }

    @Test
    void countAnOrderOnceHoweverOftenItIsTried() {
        assertThat(orders(5)).isEqualTo(5);
        List<Taken> repeats = Together.run(10, () -> texts.takeOrder(AMINA, "203.0.113.1", "the sixth"));
        assertThat(orders(10)).isZero();

        repeats.forEach(texts::giveBack);
        assertThat(orders(10)).isEqualTo(1);
    }

    @Test
    void countTheOneOfTwoTriesAtOnceThatBecameTheOrder() {
        for (int i = 0; i < 3; i++) {
            Taken refused = texts.takeOrder(AMINA, "203.0.113.1", "cart " + i);
            Taken ordered = texts.takeOrder(AMINA, "203.0.113.1", "cart " + i);
            texts.keep(ordered);
            texts.giveBack(refused);
        }
        for (int i = 3; i < 6; i++) {
            Taken refused = texts.takeOrder(AMINA, "203.0.113.1", "cart " + i);
            Taken ordered = texts.takeOrder(AMINA, "203.0.113.1", "cart " + i);
            texts.giveBack(refused);
            texts.keep(ordered);
            texts.keep(texts.takeOrder(AMINA, "203.0.113.1", "cart " + i));
        }

        assertThat(orders(10)).isZero();
    }

    @Test
    void countAnOrderForTheNumberThatIsTexted() {
        orders(6);
        Taken refused = texts.takeOrder(phone(2), "203.0.113.1", "cart");

        assertThatThrownBy(() -> texts.takeOrder(AMINA, "203.0.113.1", "cart")).isInstanceOf(TooMany.class);
        texts.giveBack(refused);
    }

    @Test
    void markNoOrderThatWasRefused() {
        orders(6);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> texts.takeOrder(AMINA, "203.0.113.1", "the seventh"))
                    .isInstanceOf(TooMany.class);
        }
    }

    private int orders(int wanted) {
        int taken = 0;
        for (int i = 0; i < wanted; i++) {
            try {
                texts.takeOrder(AMINA, "203.0.113.1", UUID.randomUUID().toString());
                taken++;
            } catch (TooMany refused) {
                assertThat(refused.waitSeconds()).isPositive();
            }
        }
        return taken;
    }

    private int codes(int wanted, PhoneNumber to, String network) {
        int taken = 0;
        for (int i = 0; i < wanted; i++) {
            try {
                texts.takeCode(to, network, null);
                taken++;
            } catch (TooMany refused) {
                assertThat(refused).hasMessageContaining("Too many texts");
            }
        }
        return taken;
    }

    private static PhoneNumber phone(int i) {
        return new PhoneNumber("+2547110%05d".formatted(i));
    }
}
