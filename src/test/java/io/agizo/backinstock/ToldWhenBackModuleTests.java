package io.agizo.backinstock;

import static io.agizo.catalog.ProductFixtures.details;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Callers;
import io.agizo.Together;
import io.agizo.backinstock.AskToBeTold.Answer;
import io.agizo.customers.CustomerErased;
import io.agizo.customers.CustomerId;
import io.agizo.notifications.NumberGivenUp;
import io.agizo.shared.Ids;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who asked to be told when a product is back, and is. */
class ToldWhenBackModuleTests extends SoldOutProduct {

    @Test
    void areTextedOnceInTheirLanguageAndForgotten() {
        assertThat(wishes.ask(TEA, "0711 000 001", SWAHILI, "10.0.0.1"))
                .isEqualTo(new Answer.Noted(TEA, AMINA, clock.instant().plus(Duration.ofDays(90))));
        ask("0711000002");
        tell();
        assertThat(told()).as("while it is sold out").isEmpty();

        deliver(10);
        tell();
        deliver(10);
        clock.advance(Duration.ofHours(2));
        tell();

        assertThat(shop.sql()
                        .sql("select body from message order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "Mama Njeri: Kericho tea 500 g sasa ipo: https://duka.example/products/TEA-500 Uliomba tukujulishe."
                                + " Hutaki tena? Jibu ACHA.",
                        "Mama Njeri: Kericho tea 500 g is back: https://duka.example/products/TEA-500 You asked us to tell you."
                                + " No more? Answer STOP.");
        assertThat(waiting()).isZero();
        assertThat(shop.sql()
                        .sql("select count(*) from wished_product")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void areToldThreeForEachUnitInTheOrderOfAskingAndTheNextAnHourLater() {
        IntStream.range(0, 8).forEach(i -> ask(number(i)));
        deliver(1);

        tell();
        tell();
        assertThat(told()).containsExactlyInAnyOrder(number(0), number(1), number(2));

        clock.advance(Duration.ofMinutes(59));
        tell();
        assertThat(told()).hasSize(3);

        clock.advance(Duration.ofMinutes(1));
        tell();
        assertThat(told()).hasSize(6).contains(number(5)).doesNotContain(number(6));
    }

    @Test
    void areNotToldAtNightOfWhatMayBeGoneByTheMorning() {
        ask("0711000001");
        deliver(1);
        clock.advance(Duration.ofHours(6));

        tell();
        assertThat(told()).isEmpty();
        assertThat(waiting()).isEqualTo(1);

        clock.advance(Duration.ofHours(14));
        tell();
        assertThat(told()).containsExactly("+254711000001");
    }

    @Test
    void areToldOnceThoughManyReplicasLook() {
        IntStream.range(0, 60).forEach(i -> ask(number(i)));
        deliver(100);

        Together.run(8, () -> telling(clock).tellOfNext());

        assertThat(told()).hasSize(60).doesNotHaveDuplicates();
        assertThat(waiting()).isZero();
    }

    @Test
    void loseNothingWhenTheReplicaDiesBeforeItCommits() {
        ask("0711000001");
        deliver(1);

        shop.transaction().executeWithoutResult(dying -> {
            telling(clock).tellOfNext();
            assertThat(told()).hasSize(1);
            dying.setRollbackOnly();
        });
        assertThat(told()).isEmpty();

        tell();
        assertThat(told()).containsExactly("+254711000001");
    }

    @Test
    void waitWhileTheProductIsHiddenAndGoAfterNinetyDays() {
        ask("0711000001");
        products.change(
                Callers.shopkeeper(), TEA, null, tea -> details("TEA-500", tea.name(), "450.00", null, false, null));
        deliver(1);
        tell();
        assertThat(told()).isEmpty();

        clock.advance(Duration.ofDays(90).minusSeconds(1));
        telling(clock).forgetOld();
        assertThat(waiting()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(2));
        telling(clock).forgetOld();
        assertThat(waiting()).isZero();
    }

    @Test
    void areForgottenWhenTheOwnerOfTheNumberSaysStopAndNotTakenAgainBeforeTheySayStart() {
        ask("0711000001");
        ask("0711000002");

        shop.transaction().executeWithoutResult(begun -> optOuts().stop(AMINA, "STOP", "1"));
        assertThat(ask("0711000001")).isEqualTo(new Answer.SaidStop(AMINA));
        deliver(1);
        tell();
        assertThat(told()).containsExactly("+254711000002");

        deliver(-1);
        shop.transaction().executeWithoutResult(begun -> optOuts().startAgain(AMINA, "2"));
        assertThat(ask("0711000001")).isInstanceOf(Answer.Noted.class);
    }

    @Test
    void areForgottenWithThePerson() {
        ask("0711000001");
        assertThat(personal.list(AMINA))
                .singleElement()
                .returns(TEA, WishesOfPerson.PersonalWish::sku)
                .returns("en", WishesOfPerson.PersonalWish::language);

        personal.forget(new CustomerErased(new CustomerId(Ids.next()), null));
        assertThat(waiting()).isEqualTo(1);
        personal.forget(new CustomerErased(new CustomerId(Ids.next()), AMINA));
        assertThat(waiting()).isZero();

        ask("0711000001");
        personal.forget(new NumberGivenUp(AMINA));
        assertThat(waiting()).isZero();

        ask("0711000001");
        personal.forget(AMINA);
        assertThat(personal.list(AMINA)).isEmpty();
    }

    @Test
    void countOnceHoweverOftenTheyAsk() {
        ask("0711000001");
        wishes.ask(TEA, "+254711000001", SWAHILI, "10.0.0.1");
        deliver(5);
        tell();

        assertThat(told()).hasSize(1);
    }
}
