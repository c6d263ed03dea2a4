package gallery;

import static gallery.Example.in;
import static gallery.Example.out;

import io.agizo.cart.CartId;
import io.agizo.cart.CartView;
import io.agizo.orders.FollowedOrder;
import io.agizo.orders.FollowedOrder.Step;
import io.agizo.orders.FollowedOrder.Text;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderStatus;
import io.agizo.orders.OrderView;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.shared.Money;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Sku;
import io.agizo.storefront.pages.checkout.CheckoutView;
import io.agizo.storefront.pages.checkout.CheckoutView.Code;
import io.agizo.storefront.pages.checkout.CheckoutView.Line;
import io.agizo.storefront.pages.checkout.CheckoutView.Shopper;
import io.agizo.storefront.pages.order.ErasureView;
import io.agizo.storefront.pages.order.FollowView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checkout in its states, and the page of an order in each of its own. */
final class OrderedExamples {

    private static final Currency KES = Currency.getInstance("KES");
    private static final PhoneNumber PHONE = new PhoneNumber("+254711000001");
    private static final Instant PLACED = Instant.parse("2026-11-22T07:41:00Z");
    private static final String SECRET = "Zx81_abcDEF-4567A7K29QX";
    private static final Form TYPED = Form.of(Map.of("name", "Amina Otieno", "phone", "0711 000 001"));
    private static final Form WRONG = Form.of(Map.of("phone", "0711", "note", "Call at the blue gate"))
            .refused("name", "checkout.name.missing")
            .refused("phone", "form.fault", "is not a telephone number; write it like 0712 123456 or +254712123456");

    private OrderedExamples() {}

    static Stream<Example> all() {
        return Stream.concat(checkouts(), orders());
    }

    private static Stream<Example> checkouts() {
        CartView cart = cart(100);
        Line tea = new Line(cart.lines().getFirst(), null, null, false);
        Line oil = new Line(cart.lines().getLast(), null, null, false);
        Line dearer = new Line(cart.lines().getFirst(), money("420"), null, false);
        Line newLine = new Line(cart.lines().getLast(), null, null, true);
        CartView scarce = cart(1);
        List<Line> less = scarce.lines().stream()
                .map(line -> new Line(line, null, null, false))
                .toList();
        return Stream.of(
                out("checkout", checkout(cart, List.of(tea, oil), Form.blank(), null, Code.NOT_NEEDED)),
                out("checkout-refused", checkout(cart, List.of(tea, oil), WRONG, null, Code.NOT_NEEDED)),
                in(
                        "checkout-signed-in",
                        "storefront/checkout/checkout",
                        checkout(
                                cart,
                                List.of(tea, oil),
                                Form.blank(),
                                new Shopper("Amina Otieno", PHONE),
                                Code.NOT_NEEDED)),
                out(
                        "checkout-changed",
                        checkout(
                                cart,
                                List.of(dearer, newLine),
                                TYPED.refused("", "checkout.changed"),
                                null,
                                Code.NOT_NEEDED)),
                out(
                        "checkout-short",
                        checkout(scarce, less, TYPED.refused("", "checkout.short"), null, Code.NOT_NEEDED)),
                out(
                        "checkout-large",
                        checkout(
                                cart,
                                List.of(tea, oil),
                                TYPED.refused("", "checkout.unproved", "24", "30", "5"),
                                null,
                                Code.NEEDED)),
                out(
                        "checkout-code",
                        checkout(
                                cart,
                                List.of(tea, oil),
                                TYPED.refused("code", "checkout.code.wrong"),
                                null,
                                Code.TEXTED)));
    }

    private static Example out(String name, CheckoutView view) {
        return Example.out(name, "storefront/checkout/checkout", view);
    }

    private static CheckoutView checkout(
            CartView cart, List<Line> lines, Form form, @Nullable Shopper shopper, Code code) {
        boolean typed = form.typed("phone").length() > 5;
        return new CheckoutView(cart, lines, form, shopper, typed ? PHONE : null, code, null);
    }

    private static CartView cart(int available) {
        List<CartView.Line> lines = List.of(
                new CartView.Line(
                        new Sku("TEA-500"), "Kericho tea 500 g", null, 2, money("450"), money("900"), available, null),
                new CartView.Line(
                        new Sku("OIL-3"),
                        "Refined sunflower cooking oil in a jerrican of three litres",
                        null,
                        1,
                        money("1150"),
                        money("1150"),
                        available - 1,
                        null));
        return new CartView(new CartId("A".repeat(24)), lines, money("2050"), "KES", null, 3);
    }

    private static Stream<Example> orders() {
        List<Example> examples = new ArrayList<>();
        examples.add(order("new", OrderStatus.PENDING, true, null, "placed"));
        examples.add(order("pending", OrderStatus.PENDING, false, null, "placed"));
        examples.add(order("late", OrderStatus.ACCEPTED, false, "follow.cancel.late.accepted", "placed", "accepted"));
        examples.add(order("part", OrderStatus.ACCEPTED, false, null, "placed", "accepted", "part-fulfilled"));
        examples.add(order("fulfilled", OrderStatus.FULFILLED, false, null, "placed", "accepted", "fulfilled"));
        examples.add(order("rejected", OrderStatus.REJECTED, false, null, "placed", "rejected"));
        examples.add(order("cancelled", OrderStatus.CANCELLED, false, null, "placed", "cancelled"));
        examples.add(
                order("returned", OrderStatus.RETURNED, false, null, "placed", "accepted", "fulfilled", "returned"));
        FollowedOrder open = followed(OrderStatus.PENDING, "placed");
        examples.add(Example.out(
                "order-erase", "storefront/order/erase", new ErasureView(open, SECRET, Form.blank(), false)));
        examples.add(Example.out(
                "order-erase-code",
                "storefront/order/erase",
                new ErasureView(open, SECRET, Form.blank().refused("code", "follow.erase.wrong"), true)));
        return examples.stream();
    }

    private static Example order(
            String name, OrderStatus status, boolean isNew, @Nullable String alert, String... events) {
        return Example.out(
                "order-" + name,
                "storefront/order/order",
                new FollowView(
                        followed(status, events),
                        followed(status, events).lines(),
                        SECRET,
                        isNew,
                        alert == null ? null : Message.of(alert),
                        "Pay by M-PESA (till 512345) or cash.\nCollect at Moi Avenue, or we bring it for KES 150."));
    }

    private static FollowedOrder followed(OrderStatus status, String... events) {
        boolean handedOver = status == OrderStatus.FULFILLED || status == OrderStatus.RETURNED;
        boolean part = List.of(events).contains("part-fulfilled");
        List<Step> steps = new ArrayList<>();
        List<Text> texts = new ArrayList<>();
        for (String event : events) {
            Instant at = PLACED.plusSeconds(1_800L * steps.size());
            steps.add(new Step(
                    at,
                    event,
                    event.equals("cancelled"),
                    event.equals("rejected") ? "The lorry with the tea broke down near Naivasha." : null));
            texts.add(new Text(at, "001", texts.isEmpty() ? "delivered" : "queued"));
        }
        return new FollowedOrder(
                new OrderNumber("A7K2-9QX"),
                status,
                List.of(
                        new OrderView.Line(
                                1,
                                new Sku("TEA-500"),
                                "Kericho tea 500 g",
                                2,
                                money("450"),
                                money("900"),
                                handedOver ? 2 : part ? 1 : 0,
                                status == OrderStatus.RETURNED ? 2 : 0),
                        new OrderView.Line(
                                2,
                                new Sku("OIL-3"),
                                "Refined sunflower cooking oil in a jerrican of three litres",
                                1,
                                money("1150"),
                                money("1150"),
                                handedOver ? 1 : 0,
                                0)),
                money("2050"),
                PLACED,
                steps,
                texts,
                "001",
                false);
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount), KES);
    }
}
