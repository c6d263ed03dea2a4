package io.agizo.orders.web;

import io.agizo.api.Faults;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.PageRequest;
import io.agizo.api.graphql.Connection;
import io.agizo.api.graphql.KeptResults;
import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Mutations;
import io.agizo.catalog.ProductView;
import io.agizo.catalog.Products;
import io.agizo.customers.CustomerCode;
import io.agizo.identity.Caller;
import io.agizo.orders.NewOrderRequest;
import io.agizo.orders.OrderDesk;
import io.agizo.orders.OrderSort;
import io.agizo.orders.OrderStatus;
import io.agizo.orders.OrderView;
import io.agizo.orders.ReadOrders;
import io.agizo.shared.AmountRange;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import io.agizo.shared.TimeSpan;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Orders over GraphQL: placing and reading. */
@Controller
class OrderGraph {

    private final OrderDesk desk;
    private final ReadOrders orders;
    private final Products products;
    private final Mutations mutations;
    private final KeptResults kept;
    private final Validator validator;
    private final Shop shop;

    OrderGraph(
            OrderDesk desk,
            ReadOrders orders,
            Products products,
            Mutations mutations,
            KeptResults kept,
            Validator validator,
            Shop shop) {
        this.desk = desk;
        this.orders = orders;
        this.products = products;
        this.mutations = mutations;
        this.kept = kept;
        this.validator = validator;
        this.shop = shop;
    }

    @QueryMapping
    OrderView order(Caller caller, @Argument String number) {
        return orders.one(caller, OrderController.number(number));
    }

    @QueryMapping
    Connection<OrderView> orders(
            Caller caller,
            @Argument @Nullable OrderStatus status,
            @Argument @Nullable String customer,
            @Argument @Nullable String q,
            @Argument @Nullable Temporal from,
            @Argument @Nullable Temporal to,
            @Argument @Nullable BigDecimal minTotal,
            @Argument @Nullable BigDecimal maxTotal,
            @Argument @Nullable OrderSort sort,
            PageRequest page) {
        TimeSpan span = TimeSpan.of(from, to, shop.zone());
        var wanted = new ReadOrders.Wanted(
                status,
                customer == null ? null : InvalidInput.at("/customer", () -> new CustomerCode(customer)),
                q == null || q.isBlank() ? null : q.strip(),
                span.from(),
                span.to(),
                AmountRange.of("Total", minTotal, maxTotal, shop.currency()),
                sort == null ? OrderSort.NEWEST : sort);
        return Connection.of(orders.list(caller, wanted, page));
    }

    @QueryMapping
    Map<String, Long> ordersSummary(Caller caller) {
        return orders.summary(caller).entrySet().stream()
                .collect(Collectors.toMap(count -> count.getKey().word(), Map.Entry::getValue));
    }

    @MutationMapping
    MutationResult placeOrder(Caller caller, @Argument NewOrderBody input, @Nullable IdempotencyKey key) {
        return mutations.run(() -> {
            NewOrderRequest command = Faults.check(validator, input).command(shop);
            return key == null
                    ? OrderResult.of(desk.place(caller, command))
                    : kept.read(
                            desk.place(caller, command, key, placement -> kept.answer(OrderResult.of(placement))),
                            OrderResult.class);
        });
    }

    /** The products of all lines of an operation at once. */
    @BatchMapping(typeName = "OrderLine", field = "product")
    Map<OrderView.Line, ProductView> product(List<OrderView.Line> lines, @ContextValue Caller caller) {
        List<Sku> skus = lines.stream()
                .map(OrderView.Line::sku)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Sku, ProductView> found = products.bySku(caller, skus);
        Map<OrderView.Line, ProductView> ofLines = new HashMap<>();
        for (OrderView.Line line : lines) {
            if (line.sku() != null && found.containsKey(line.sku())) {
                ofLines.put(line, found.get(line.sku()));
            }
        }
        return ofLines;
    }
}
