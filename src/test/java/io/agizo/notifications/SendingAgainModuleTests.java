package io.agizo.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.Together;
import io.agizo.api.IdempotentAnswers;
import io.agizo.cart.HoldCarts;
import io.agizo.catalog.PriceList;
import io.agizo.customers.Contact;
import io.agizo.customers.CustomerDirectory;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.inventory.Stock;
import io.agizo.notifications.SendAgain.Again;
import io.agizo.notifications.SendAgain.Why;
import io.agizo.orders.NewOrderRequest;
import io.agizo.orders.OrderDesk;
import io.agizo.orders.OrderView;
import io.agizo.orders.Placement.Placed;
import io.agizo.orders.VoidOrder;
import io.agizo.shared.Ids;
import io.agizo.shared.Money;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A text that is to be sent once more. */
class SendingAgainModuleTests {

    private static final ModuleContext SHOP = ModuleContext.of(
            OrderDesk.class,
            Stock.class,
            PriceList.class,
            HoldCarts.class,
            CustomerDirectory.class,
            IdempotentAnswers.class,
            ListMessages.class);

    private final SendAgain sendAgain = SHOP.get(SendAgain.class);
    private OrderView order;
    private UUID text;

    @AfterAll
    static void close() {
        SHOP.close();
    }

    @BeforeEach
    void place() {
        SHOP.sql().sql("truncate message").update();
        var buyer = new NewOrderRequest.Buyer.Introduced(new Contact("Amina", new PhoneNumber("+254711000001")));
        var line = new NewOrderRequest.Line.OfItem(
                "Gift wrap", new Money(new BigDecimal("100"), ModuleContext.SHOP.currency()), 1);
        var command = new NewOrderRequest(buyer, List.of(line), null, "", null, true);
        order = ((Placed) SHOP.get(OrderDesk.class).place(Callers.shopkeeper(), command)).order();
        text = SHOP.sql().sql("select id from message").query(UUID.class).single();
    }

    private static void standsAt(MessageStatus status) {
        SHOP.sql()
                .sql("update message set status = ?, attempts = 12, due_at = null, detail = 'no such number'")
                .param(status.word())
                .update();
    }

    private Again again(boolean evenIfArrived) {
        return sendAgain.send(Callers.with(Permission.MESSAGES_SEND), text, evenIfArrived);
    }

    private static boolean isDue() {
        return SHOP.sql()
                .sql("select status = 'queued' and due_at is not null from message")
                .query(Boolean.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "DEAD"})
    void waitsForOneMoreTryIfItCertainlyDidNotArrive(MessageStatus status) {
        standsAt(status);

        assertThat(again(false)).isInstanceOf(Again.Queued.class);

        assertThat(isDue()).isTrue();
        assertThat(again(false))
                .as("of two who press, the second")
                .isInstanceOfSatisfying(
                        Again.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Why.ON_ITS_WAY));
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT", "UNKNOWN"})
    void asksFirstIfItMayHaveArrived(MessageStatus status) {
        standsAt(status);

        assertThat(again(false)).isInstanceOf(Again.MayHaveArrived.class);
        assertThat(isDue()).isFalse();

        assertThat(again(true)).isInstanceOf(Again.Queued.class);
        assertThat(isDue()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "SENDING", "DELIVERED"})
    void isNotSentTwiceIfItIsOnItsWayOrHasArrived(MessageStatus status) {
        standsAt(status);

        assertThat(again(true)).isInstanceOf(Again.Refused.class);
        assertThat(isDue()).isFalse();
    }

    @Test
    void isQueuedOnceByManyWhoWantItAtOnce() {
        standsAt(MessageStatus.FAILED);

        List<Again> answers = Together.run(8, () -> again(false));

        assertThat(answers).filteredOn(Again.Queued.class::isInstance).hasSize(1);
    }

    @Test
    void isNotSentAgainOnceItsWordsAreErased() {
        standsAt(MessageStatus.FAILED);
        SHOP.sql().sql("update message set phone = null, body = null").update();

        assertThat(again(true))
                .isInstanceOfSatisfying(
                        Again.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Why.WORDS_GONE));
    }

    @Test
    void isNotSentAgainIfItWasASecret() {
        standsAt(MessageStatus.FAILED);
        SHOP.sql().sql("update message set secret_until = now()").update();

        assertThat(again(true))
                .isInstanceOfSatisfying(
                        Again.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Why.WORDS_GONE));
    }

    @Test
    void isNotSentAgainAboutAnOrderThatWasDeleted() {
        SHOP.get(VoidOrder.class).strike(Callers.shopkeeper(), order.number(), null, null);

        assertThat(again(true))
                .isInstanceOfSatisfying(
                        Again.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Why.ORDER_GONE));
    }

    @Test
    void isForThoseWhoMaySend() {
        assertThatThrownBy(() -> sendAgain.send(Callers.with(Permission.MESSAGES_READ), text, true))
                .isInstanceOf(PermissionDenied.class);
    }

    @Test
    void isRefusedIfThereIsNone() {
        assertThatThrownBy(() -> sendAgain.send(Callers.with(Permission.MESSAGES_SEND), Ids.next(), true))
                .isInstanceOf(NotFound.class);
    }
}
