package io.agizo.notifications;

import static io.agizo.notifications.MessageStatus.DELIVERED;
import static io.agizo.notifications.MessageStatus.QUEUED;
import static io.agizo.notifications.MessageStatus.SENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.api.Cursor;
import io.agizo.api.IdempotentAnswers;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.cart.HoldCarts;
import io.agizo.catalog.PriceList;
import io.agizo.customers.Contact;
import io.agizo.customers.CustomerDirectory;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.inventory.Stock;
import io.agizo.orders.NewOrderRequest;
import io.agizo.orders.OrderDesk;
import io.agizo.orders.OrderLinks;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderView;
import io.agizo.orders.Placement.Placed;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import io.agizo.shared.PhoneNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts as the shop lists them. */
class ListingMessagesModuleTests {

    private static final PageRequest FIRST = new PageRequest(20, null);
    private static final ModuleContext SHOP = ModuleContext.of(
            OrderDesk.class,
            Stock.class,
            PriceList.class,
            HoldCarts.class,
            CustomerDirectory.class,
            IdempotentAnswers.class,
            ListMessages.class);

    private final ListMessages messages = SHOP.get(ListMessages.class);

    @AfterAll
    static void close() {
        SHOP.close();
    }

    @BeforeEach
    void empty() {
        SHOP.sql().sql("truncate message").update();
    }

    private static OrderView order(String phone) {
        var buyer = new NewOrderRequest.Buyer.Introduced(new Contact("Amina", new PhoneNumber(phone)));
        var line = new NewOrderRequest.Line.OfItem(
                "Gift wrap", new Money(new BigDecimal("100"), ModuleContext.SHOP.currency()), 1);
        var command = new NewOrderRequest(buyer, List.of(line), null, "", null, true);
        return ((Placed) SHOP.get(OrderDesk.class).place(Callers.shopkeeper(), command)).order();
    }

    private static void giveStatus(MessageStatus status) {
        SHOP.sql()
                .sql("update message set status = ?, due_at = case when ? then due_at end")
                .params(status.word(), status == QUEUED || status == SENDING)
                .update();
    }

    private Page<MessageView> list(OrderNumber order, MessageStatus status, PageRequest page) {
        return messages.page(Callers.with(Permission.MESSAGES_READ), order, status, page);
    }

    @Test
    void showsTheTextOfAnOrderThatWasJustPlaced() {
        OrderView order = order("+254711000001");

        assertThat(list(null, null, FIRST).items())
                .singleElement()
                .returns(order.number(), MessageView::order)
                .returns("placed", MessageView::occasion)
                .returns(new PhoneNumber("+254711000001"), MessageView::to)
                .returns(QUEUED, MessageView::status)
                .returns(0, MessageView::attempts)
                .satisfies(text -> assertThat(text.body())
                        .isEqualTo("Duka: thank you! Order %s: 1 x Gift wrap. Total KES 100.00. Follow it: %s"
                                .formatted(
                                        order.number(),
                                        SHOP.get(OrderLinks.class).address(order.number()))))
                .satisfies(text -> assertThat(text.detail()).contains("agizo.sms.gateway"));
    }

    @Test
    void pagesThroughAllTextsOnceTheNewestFirst() {
        List<OrderNumber> placed = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            placed.addFirst(order("+254711000001").number());
        }

        List<OrderNumber> shown = new ArrayList<>();
        PageRequest request = new PageRequest(3, null);
        while (true) {
            Page<MessageView> page = list(null, null, request);
            page.items().forEach(text -> shown.add(text.order()));
            if (page.nextCursor() == null) {
                break;
            }
            request = new PageRequest(3, Cursor.read(page.nextCursor()));
        }

        assertThat(shown).isEqualTo(placed);
    }

    @ParameterizedTest
    @EnumSource
    void findsByStatus(MessageStatus status) {
        order("+254711000001");
        giveStatus(status);

        for (MessageStatus other : MessageStatus.values()) {
            assertThat(list(null, other, FIRST).items()).as(other.word()).hasSize(other == status ? 1 : 0);
        }
    }

    @Test
    void findsByOrder() {
        OrderView order = order("+254711000001");
        order("+254711000002");

        assertThat(list(order.number(), null, FIRST).items())
                .singleElement()
                .returns(order.number(), MessageView::order);
        assertThat(list(new OrderNumber("0000-000"), null, FIRST).items()).isEmpty();
    }

    @Test
    void showsAnErasedTextWithoutPhoneAndWords() {
        order("+254711000001");
        giveStatus(DELIVERED);
        SHOP.sql().sql("update message set phone = null, body = null").update();

        assertThat(list(null, null, FIRST).items())
                .singleElement()
                .returns(null, MessageView::to)
                .returns(null, MessageView::body);
    }

    @Test
    void isForThoseWhoMayReadMessages() {
        assertThatThrownBy(() -> messages.page(Callers.with(Permission.ORDERS_READ), null, null, FIRST))
                .isInstanceOf(PermissionDenied.class);
    }

    @Test
    void refusesACursorOfAnotherList() {
        assertThatThrownBy(() -> list(null, null, new PageRequest(20, List.of("2026-11-22T09:00:00Z"))))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT", "DELIVERED", "FAILED", "UNKNOWN", "DEAD", "QUEUED", "SENDING"})
    void findsTheFewOfAStatusAmongManyWithoutScanningAll(MessageStatus status) {
        fill(status);

        assertThat(plan("select * from message where true %s and status = '%s' order by id desc limit 21"
                        .formatted(
                                status == QUEUED || status == SENDING ? " and due_at is not null" : "", status.word())))
                .as("an index with only such texts")
                .containsAnyOf("message_by_status", "message_waiting")
                .doesNotContain("Seq Scan");
    }

    @Test
    void findsWhatIsDueAmongManyWithoutScanningAll() {
        fill(QUEUED);

        assertThat(plan("select id from message where due_at <= now() and status = 'queued' order by due_at limit 500"))
                .contains("message_waiting")
                .doesNotContain("Seq Scan");
    }

    /** Twenty thousand texts of one status and twenty of the one looked for. */
    private static void fill(MessageStatus status) {
        SHOP.sql()
                .sql("""
                insert into message (id, order_id, occasion, phone, body, status, due_at, queued_at)
                select gen_random_uuid(), gen_random_uuid(), 'placed', '+254711000001', 'Habari',
                       case when i % 1000 = 0 then ? else ? end, case when i % 1000 = 0 and ? then now() end, now()
                  from generate_series(1, 20000) as i
                """)
                .params(
                        status.word(),
                        status == DELIVERED ? "sent" : "delivered",
                        status == QUEUED || status == SENDING)
                .update();
        SHOP.sql().sql("analyze message").update();
    }

    private static String plan(String query) {
        return String.join(
                "\n", SHOP.sql().sql("explain " + query).query(String.class).list());
    }
}
