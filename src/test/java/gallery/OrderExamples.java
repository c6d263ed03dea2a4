package gallery;

import static gallery.Example.in;

import io.agizo.customers.CustomerCode;
import io.agizo.notifications.MessageKind;
import io.agizo.notifications.MessageStatus;
import io.agizo.notifications.MessageView;
import io.agizo.office.pages.order.EditView;
import io.agizo.office.pages.order.OrderPageView;
import io.agizo.office.pages.order.Paper;
import io.agizo.office.pages.order.PaperView;
import io.agizo.orders.OrderId;
import io.agizo.orders.OrderMessage;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderStatus;
import io.agizo.orders.OrderView;
import io.agizo.orders.OrderView.Buyer;
import io.agizo.orders.OrderView.Customer;
import io.agizo.orders.OrderView.Event;
import io.agizo.orders.OrderView.Line;
import io.agizo.orders.PrintKind;
import io.agizo.orders.PrivateNote;
import io.agizo.orders.Prospect;
import io.agizo.orders.StepKind;
import io.agizo.pages.Form;
import io.agizo.pages.QrCode;
import io.agizo.shared.Money;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Sku;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One order in each of the states in which people meet it, edited, and on paper. */
final class OrderExamples {

    private static final Instant THEN = Instant.parse("2026-11-21T07:41:00Z");
    private static final Currency KES = Currency.getInstance("KES");
    private static final PhoneNumber PHONE = new PhoneNumber("+254711000001");
    private static final Customer AMINA = new Customer(new CustomerCode("C-001"), "Amina Otieno", PHONE, false);
    private static final PrivateNote NO_NOTE = new PrivateNote("", null, null, 0);
    private static final PrivateNote NOTE =
            new PrivateNote("Pays on Friday.\nRing her brother if she is out.", "Baraka Mwangi", THEN, 2);
    private static final String LONG = "Wanjiru-Nyambura wa Kamau ".repeat(6).strip();

    private OrderExamples() {}

    static Stream<Example> all() {
        OrderView pending = order(OrderStatus.PENDING, AMINA, "Call at the gate", lines(0, 0), "placed");
        OrderView partly =
                order(OrderStatus.ACCEPTED, AMINA, "", lines(1, 0), "placed", "accepted", "printed", "part-fulfilled");
        OrderView fulfilled =
                order(OrderStatus.FULFILLED, null, "", lines(2, 1), "placed", "accepted", "fulfilled", "part-returned");
        OrderView rejected = order(
                OrderStatus.REJECTED,
                new Customer(new CustomerCode("C-002"), null, null, true),
                LONG,
                lines(0, 0),
                "placed",
                "rejected");
        return Stream.of(
                page(
                        "order-pending",
                        pending,
                        NOTE,
                        List.of(partly, fulfilled),
                        null,
                        Form.blank(),
                        StepKind.ACCEPT,
                        StepKind.REJECT,
                        StepKind.EDIT,
                        StepKind.CANCEL,
                        StepKind.DELETE),
                page(
                        "order-pending-reject",
                        pending,
                        NO_NOTE,
                        List.of(),
                        StepKind.REJECT,
                        Form.blank().refused("reason", "order.reason.wanted"),
                        StepKind.ACCEPT,
                        StepKind.REJECT,
                        StepKind.CANCEL),
                page(
                        "order-partly",
                        partly,
                        NOTE,
                        List.of(pending),
                        StepKind.FULFIL,
                        Form.blank(),
                        StepKind.FULFIL,
                        StepKind.RETURN,
                        StepKind.EDIT,
                        StepKind.DELETE),
                page(
                        "order-fulfilled",
                        fulfilled,
                        NO_NOTE,
                        List.of(),
                        StepKind.RETURN,
                        Form.blank(),
                        StepKind.RETURN,
                        StepKind.DELETE),
                page("order-rejected", rejected, NO_NOTE, List.of(), null, Form.blank()),
                in(
                        "order-edit",
                        "office/order/edit",
                        new EditView(pending, 1, List.of(), null, null, Form.blank(), "")),
                paper("order-slips", PrintKind.SLIP, Paper.A4, pending, partly),
                paper("order-receipts", PrintKind.RECEIPT, Paper.ROLL_80, fulfilled, rejected),
                paper("order-picks", PrintKind.PICK_LIST, Paper.ROLL_58, pending, partly));
    }

    private static Example page(
            String name,
            OrderView order,
            PrivateNote note,
            List<OrderView> others,
            @Nullable StepKind open,
            Form form,
            StepKind... steps) {
        Map<StepKind, Prospect> may = Stream.of(steps)
                .collect(Collectors.toMap(
                        Function.identity(),
                        step -> new Prospect(
                                step,
                                2,
                                1,
                                "Hello Amina, about your order A7K2-9QX. Mama Njeri’s Duka",
                                step == StepKind.FULFIL ? "Hello Amina, a part is ready. Mama Njeri’s Duka" : null,
                                "en")));
        List<MessageView> texts = order.messages().stream()
                .map(text -> new MessageView(
                        new UUID(0, text.status().hashCode()),
                        order.id(),
                        order.number(),
                        "accepted",
                        MessageKind.TRANSACTIONAL,
                        text.to(),
                        "Hello Amina, your order is accepted.",
                        text.status().equals("unknown") ? MessageStatus.UNKNOWN : MessageStatus.DELIVERED,
                        1,
                        text.at(),
                        text.at(),
                        "africastalking",
                        "ATXid_1",
                        "KES 0.80",
                        null))
                .toList();
        return in(name, "office/order/order", new OrderPageView(order, note, texts, others, may, open, form, ""));
    }

    private static Example paper(String name, PrintKind what, Paper paper, OrderView... orders) {
        boolean picks = what == PrintKind.PICK_LIST;
        return in(
                name,
                "office/order/paper",
                new PaperView(
                        what,
                        paper,
                        picks
                                ? List.of()
                                : Stream.of(orders)
                                        .map(order -> new PaperView.Sheet(
                                                order, QrCode.of(order.number().value())))
                                        .toList(),
                        picks
                                ? List.of(
                                        new PaperView.Pick(
                                                "Groceries", "Kericho tea 500 g", "TEA-500", 3, List.of("A7K2-9QX")),
                                        new PaperView.Pick("", LONG, "", 12, List.of("A7K2-9QX", "B3M8-2RT")))
                                : List.of(),
                        "A7K2-9QX",
                        new PaperView.Part("status=pending", 500, 1_000, 2_000, false, "c", "/office/orders/slips"),
                        "/office/orders",
                        false));
    }

    private static List<Line> lines(int fulfilled, int returned) {
        return List.of(
                line(1, "TEA-500", "Kericho tea 500 g", 2, "450", fulfilled, returned),
                line(2, null, "Gift wrap, " + LONG, 1, "100", fulfilled / 2, 0));
    }

    private static Line line(
            int number, @Nullable String sku, String item, int quantity, String amount, int fulfilled, int returned) {
        return new Line(
                number,
                sku == null ? null : new Sku(sku),
                item,
                quantity,
                kes(amount),
                kes(amount).times(quantity),
                fulfilled,
                returned);
    }

    private static OrderView order(
            OrderStatus status, @Nullable Customer customer, String note, List<Line> lines, String... events) {
        List<Event> timeline = Stream.of(events)
                .map(event ->
                        new Event(THEN, "Baraka Mwangi", event, event.equals(Event.PRINTED) ? "slip" : detail(event)))
                .toList();
        return new OrderView(
                new OrderId(new UUID(0, 1)),
                new OrderNumber("A7K2-9QX"),
                status,
                customer,
                customer == null || customer.deleted() ? null : new Buyer("Mama Salma", PHONE),
                lines,
                kes("1000"),
                "KES",
                THEN,
                "Online shop",
                note,
                null,
                timeline,
                customer == null
                        ? List.of()
                        : List.of(new OrderMessage(THEN, PHONE, "delivered"), new OrderMessage(THEN, PHONE, "unknown")),
                1);
    }

    private static @Nullable String detail(String event) {
        return event.equals("rejected") ? "sold out at our supplier" : null;
    }

    private static Money kes(String amount) {
        return new Money(new BigDecimal(amount), KES);
    }
}
