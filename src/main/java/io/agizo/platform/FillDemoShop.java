package io.agizo.platform;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.agizo.api.PageRequest;
import io.agizo.catalog.ProductDetails;
import io.agizo.catalog.ProductFilter;
import io.agizo.catalog.ProductSort;
import io.agizo.catalog.Products;
import io.agizo.catalog.Translations;
import io.agizo.catalog.UpsertProducts;
import io.agizo.customers.CustomerDetails;
import io.agizo.customers.Customers;
import io.agizo.customers.UpsertCustomers;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.RowOutcome;
import io.agizo.staff.DemoPeople;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Puts groceries on the shelves of a demo shop that has nothing, and a few people on its records, before it opens. */
@Component
@ConditionalOnBooleanProperty(DemoProperty.NAME)
class FillDemoShop implements SmartInitializingSingleton {

    private static final Caller DEMO = new Caller(
            "demo", "Demo", Set.of(Permission.PRODUCTS_WRITE, Permission.CUSTOMERS_WRITE, Permission.CUSTOMERS_READ));

    private static final PageRequest ANY = new PageRequest(1, null);

    private final Products products;
    private final UpsertProducts upsertProducts;
    private final Customers customers;
    private final UpsertCustomers upsertCustomers;
    private final DemoPeople people;

    FillDemoShop(
            Products products,
            UpsertProducts upsertProducts,
            Customers customers,
            UpsertCustomers upsertCustomers,
            DemoPeople people) {
        this.products = products;
        this.upsertProducts = upsertProducts;
        this.customers = customers;
        this.upsertCustomers = upsertCustomers;
        this.people = people;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var onSale = new ProductFilter(null, null, null, true);
        if (products.list(DEMO, onSale, ProductSort.NAME, ANY).items().isEmpty()
                && customers.list(DEMO, null, ANY).items().isEmpty()) {
            accepted(upsertProducts.upsert(DEMO, read("demo/products.csv", FillDemoShop::product)));
            accepted(upsertCustomers.upsert(DEMO, read("demo/customers.csv", FillDemoShop::customer)));
        }
        people.moveIn();
    }

    private static ProductDetails product(NamedCsvRecord row) {
        return new ProductDetails(
                row.getField("sku"),
                row.getField("name"),
                row.getField("description"),
                new BigDecimal(row.getField("price")),
                row.getField("category"),
                true,
                Integer.valueOf(row.getField("stock")),
                null,
                null,
                Translations.swahili(
                        row.getField("name_sw"), row.getField("description_sw"), row.getField("category_sw")));
    }

    private static CustomerDetails customer(NamedCsvRecord row) {
        return new CustomerDetails(
                row.getField("code"),
                row.getField("name"),
                row.getField("phone"),
                row.getField("email"),
                row.getField("locale"));
    }

    private static <T> List<T> read(String file, Function<NamedCsvRecord, T> row) {
        try (var csv = CsvReader.builder()
                .ofNamedCsvRecord(new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8))) {
            return csv.stream().map(row).toList();
        } catch (IOException e) {
            throw new IllegalStateException("The demo's " + file + " cannot be read", e);
        }
    }

    private static void accepted(List<RowOutcome> outcomes) {
        for (RowOutcome outcome : outcomes) {
            if (!(outcome instanceof RowOutcome.Created)) {
                throw new IllegalStateException("The demo's own data is not accepted: " + outcome);
            }
        }
    }
}
