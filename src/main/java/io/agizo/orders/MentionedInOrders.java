package io.agizo.orders;

import io.agizo.catalog.PriceList;
import io.agizo.catalog.PricedProduct;
import io.agizo.customers.CustomerCode;
import io.agizo.customers.CustomerDirectory;
import io.agizo.customers.CustomerView;
import io.agizo.orders.NewOrderRequest.Buyer;
import io.agizo.orders.NewOrderRequest.Line;
import io.agizo.queries.RoundTrip;
import io.agizo.shared.Sku;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads what orders to be placed speak of, all of them in one round trip. */
@Component
class MentionedInOrders {

    private final RoundTrip trip;
    private final PriceList prices;
    private final CustomerDirectory customers;
    private final OrderStore store;

    MentionedInOrders(RoundTrip trip, PriceList prices, CustomerDirectory customers, OrderStore store) {
        this.trip = trip;
        this.prices = prices;
        this.customers = customers;
        this.store = store;
    }

    /**
     * What was found of it.
     *
     * @param references those under which an order was placed before
     */
    record Found(
            Map<Sku, PricedProduct> products,
            Map<CustomerCode, CustomerView> customers,
            Map<String, OrderNumber> references) {}

    Found read(List<NewOrderRequest> commands) {
        Set<Sku> skus = new HashSet<>();
        Set<CustomerCode> codes = new HashSet<>();
        Set<String> references = new HashSet<>();
        for (NewOrderRequest command : commands) {
            if (command.buyer() instanceof Buyer.Known(CustomerCode code)) {
                codes.add(code);
            }
            command.lines().forEach(line -> {
                if (line instanceof Line.OfProduct product) {
                    skus.add(product.sku());
                }
            });
            if (command.reference() != null) {
                references.add(command.reference());
            }
        }
        var wanted = prices.queryBySku(skus);
        var buyers = customers.queryByCode(codes);
        var repeated = store.placedUnder(references);
        var read = trip.answers(wanted, buyers, repeated);
        return new Found(read.to(wanted), read.to(buyers), read.to(repeated));
    }
}
