package gallery;

import static gallery.Example.in;

import io.agizo.office.pages.front.FrontView;
import io.agizo.office.pages.front.FrontView.Step;
import io.agizo.office.pages.front.SalesView;
import io.agizo.office.pages.front.SalesViews;
import io.agizo.office.pages.front.WaitsView;
import io.agizo.office.pages.front.WaitsView.Order;
import io.agizo.office.pages.front.WaitsView.Orders;
import io.agizo.office.pages.front.WaitsView.Product;
import io.agizo.office.pages.front.WaitsView.Shelf;
import io.agizo.office.pages.front.WaitsView.Text;
import io.agizo.office.pages.front.WaitsView.Texts;
import io.agizo.pages.Message;
import io.agizo.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first page of the office: on a busy day, with nothing to do, and in a new shop. */
final class FrontExamples {

    private static final Currency KES = Currency.getInstance("KES");

    private FrontExamples() {}

    static Stream<Example> all() {
        SalesView sales = SalesViews.ofAMonth(KES);
        return Stream.of(
                in("front", "office/front/front", new FrontView(busy(true), sales, List.of())),
                in("front-packer", "office/front/front", new FrontView(busy(false), null, List.of())),
                in(
                        "front-quiet",
                        "office/front/front",
                        new FrontView(
                                new WaitsView(
                                        new Orders(0, List.of(), true),
                                        new Orders(0, List.of(), true),
                                        new Shelf(0, List.of()),
                                        new Texts(null, List.of(), true)),
                                SalesViews.ofNothing(KES),
                                List.of(new Step("people", "/office/employees/new", false)))),
                in("front-new", "office/front/front", new FrontView(null, SalesViews.ofNothing(KES), steps())),
                in("front-nobody", "office/front/front", new FrontView(null, null, List.of())));
    }

    private static List<Step> steps() {
        return List.of(
                new Step("products", "/office/products/new", true),
                new Step("order", "/office/counter", false),
                new Step("people", "/office/employees/new", false),
                new Step("gateway", null, false));
    }

    private static WaitsView busy(boolean decides) {
        List<Order> pending = List.of(
                order("A7K2-9QX", "Wanjiru Kamau", "2 × Kericho tea 500 g, 1 × Gift wrap", "1000.00", "3", "hours"),
                order("B3MP-4TZ", null, "1 × Maize flour 2 kg", "210.00", "42", "minutes"),
                order(
                        "C9QR-7WX",
                        "‏محمد بن سعيد 🌍 <b>Ali</b>",
                        "12 × Nyeri coffee 250 g, 3 × Chai masala, +4",
                        "99999.00",
                        "4",
                        "minutes"),
                new Order(
                        "D2FG-6HJ",
                        "A".repeat(120),
                        "1 × " + "long ".repeat(60),
                        money("1.00"),
                        Message.of("front.age.now")));
        List<Order> accepted = List.of(order("E5KL-8NP", "Otieno Odhiambo", "3 × Sugar 1 kg", "540.00", "2", "days"));
        List<Text> texts = List.of(
                new Text("1", "+254711000001", "failed", "InvalidPhoneNumber", "A7K2-9QX"),
                new Text("2", null, "unknown", null, null));
        return new WaitsView(
                new Orders(23, pending, decides),
                new Orders(1, accepted, true),
                new Shelf(
                        14,
                        List.of(
                                new Product("MANGO-KG", "Apple mangoes 1 kg", 0),
                                new Product("COFFEE-250", "Nyeri coffee 250 g", 2))),
                decides ? new Texts("The gateway says: insufficient balance.", texts, true) : null);
    }

    private static Order order(
            String number, @Nullable String who, String what, String total, String age, String unit) {
        return new Order(number, who, what, money(total), Message.of("front.age." + unit, age));
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount), KES);
    }
}
