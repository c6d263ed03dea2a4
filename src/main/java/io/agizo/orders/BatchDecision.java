package io.agizo.orders;

import io.agizo.cart.OnSale;
import io.agizo.catalog.PricedProduct;
import io.agizo.catalog.ProductId;
import io.agizo.customers.Contact;
import io.agizo.customers.CustomerCode;
import io.agizo.customers.CustomerView;
import io.agizo.identity.Caller;
import io.agizo.inventory.StockLevel;
import io.agizo.orders.NewOrderRequest.Buyer;
import io.agizo.orders.NewOrderRequest.Line;
import io.agizo.orders.OrderEvent.Occasion;
import io.agizo.orders.OrderRefused.AlreadyPlaced;
import io.agizo.orders.OrderRefused.OutOfStock;
import io.agizo.orders.OrderRefused.PriceChanged;
import io.agizo.orders.OrderRefused.TotalTooLarge;
import io.agizo.orders.OrderRefused.UnknownCustomer;
import io.agizo.orders.OrderRefused.UnknownProduct;
import io.agizo.shared.Ids;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import io.agizo.shared.Sku;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Decides the orders of one batch in memory, one after the other: each sees the prices, customers and stock of the
 * transaction, less the stock that the orders before it took.
 */
final class BatchDecision {

    private static final RandomGenerator NUMBERS = new SecureRandom();

    private final Currency currency;
    private final Instant now;
    private final Map<Sku, PricedProduct> products;
    private final Map<CustomerCode, CustomerView> customers;
    private final Map<String, OrderNumber> references;
    private final Map<ProductId, Integer> available = new HashMap<>();
    private final List<NewOrder> placed = new ArrayList<>();

    BatchDecision(
            Currency currency, Instant now, MentionedInOrders.Found mentioned, Map<ProductId, StockLevel> levels) {
        this.currency = currency;
        this.now = now;
        this.products = mentioned.products();
        this.customers = mentioned.customers();
        this.references = new HashMap<>(mentioned.references());
        levels.forEach((product, level) -> available.put(product, level.available()));
    }

    /** The orders placed so far, in the order of their arrival. */
    List<NewOrder> placed() {
        return placed;
    }

    /** The customers that the batch names by code, as far as there are such. */
    Map<CustomerCode, CustomerView> customers() {
        return customers;
    }

    /** What is for sale under the SKU once the orders before have taken theirs; null if nothing is. */
    @Nullable OnSale onSale(Sku sku) {
        PricedProduct product = products.get(sku);
        return product == null || !product.visible()
                ? null
                : new OnSale(product, available.getOrDefault(product.id(), 0));
    }

    /** Puts the order with those to be placed, or says why not. */
    @Nullable OrderRefused decide(Caller caller, NewOrderRequest command) {
        OrderNumber earlier = command.reference() == null ? null : references.get(command.reference());
        if (command.reference() != null && earlier != null) {
            return new AlreadyPlaced(command.reference(), earlier);
        }
        CustomerView customer = null;
        Contact introduced = null;
        switch (command.buyer()) {
            case Buyer.Known(CustomerCode code) -> {
                customer = customers.get(code);
                if (customer == null) {
                    return new UnknownCustomer(code);
                }
            }
            case Buyer.Introduced(Contact contact) -> introduced = contact;
            case null -> {}
        }
        Map<ProductId, Integer> units = new LinkedHashMap<>();
        OrderRefused missing = collect(command.lines(), units);
        if (missing != null) {
            return missing;
        }
        NewOrder order;
        try {
            order = write(caller, command, customer, introduced, units);
        } catch (InvalidInput tooMuchMoney) {
            return new TotalTooLarge();
        }
        units.forEach((product, wanted) -> available.merge(product, -wanted, Integer::sum));
        if (command.reference() != null) {
            references.put(command.reference(), order.view().number());
        }
        placed.add(order);
        return null;
    }

    /** Adds up the units of each product that the lines want, and says what stands in the way of any. */
    private @Nullable OrderRefused collect(List<Line> lines, Map<ProductId, Integer> units) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof Line.OfProduct(Sku sku, int quantity, Money shown)) {
                PricedProduct product = products.get(sku);
                if (product == null || !product.visible()) {
                    return new UnknownProduct(i, sku);
                }
                if (shown != null && !shown.equals(product.price())) {
                    return new PriceChanged(i, sku, shown, product.price());
                }
                int wanted = units.merge(product.id(), quantity, Integer::sum);
                int there = available.getOrDefault(product.id(), 0);
                if (wanted > there) {
                    return new OutOfStock(i, sku, wanted, there);
                }
            }
        }
        return null;
    }

    private NewOrder write(
            Caller caller,
            NewOrderRequest command,
            @Nullable CustomerView customer,
            @Nullable Contact introduced,
            Map<ProductId, Integer> units) {
        List<OrderView.Line> lines = new ArrayList<>(command.lines().size());
        List<@Nullable ProductId> productOfLine =
                new ArrayList<>(command.lines().size());
        Money total = Money.zero(currency);
        for (Line line : command.lines()) {
            int lineNumber = lines.size() + 1;
            OrderView.Line written = switch (line) {
                case Line.OfProduct(Sku sku, int quantity, Money shown) -> {
                    PricedProduct product = Objects.requireNonNull(products.get(sku));
                    productOfLine.add(product.id());
                    yield OrderView.Line.of(lineNumber, sku, product.name(), quantity, product.price());
                }
                case Line.OfItem(String item, Money amount, int quantity) -> {
                    productOfLine.add(null);
                    yield OrderView.Line.of(lineNumber, null, item, quantity, amount);
                }
            };
            lines.add(command.reached() == OrderStatus.FULFILLED ? written.handedOver() : written);
            total = total.plus(written.total());
        }
        var view = new OrderView(
                new OrderId(Ids.next()),
                OrderNumber.draw(NUMBERS),
                command.reached(),
                customer == null ? null : OrderView.Customer.of(customer),
                introduced == null ? null : new OrderView.Buyer(introduced.name(), introduced.phone()),
                lines,
                total,
                currency.getCurrencyCode(),
                command.time() == null ? now : command.time().truncatedTo(ChronoUnit.MILLIS),
                caller.name(),
                command.note(),
                command.reference(),
                timeline(caller, command),
                List.of(),
                command.steps().size());
        return new NewOrder(view, customer, introduced, productOfLine, units, command.texted(), caller.signature());
    }

    private List<OrderView.Event> timeline(Caller caller, NewOrderRequest command) {
        return command.steps().stream()
                .map(step -> new OrderView.Event(
                        now,
                        caller.name(),
                        Occasion.of(step).word(),
                        step == OrderStatus.PENDING ? command.remark() : null))
                .toList();
    }
}
