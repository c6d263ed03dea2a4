package io.agizo.office.pages.products;

import io.agizo.catalog.ProductDetails;
import io.agizo.catalog.ProductView;
import io.agizo.catalog.Translations;
import io.agizo.catalog.Wording;
import io.agizo.office.pages.products.ProductFormView.Theirs;
import io.agizo.pages.Form;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What is typed about a product, as it was typed. */
record ProductFields(Map<String, String> typed, boolean visible) {

    static final ProductFields BLANK = new ProductFields(Map.of(), true);

    private static final List<String> NAMES = List.of(
            "sku",
            "name",
            "description",
            "nameSw",
            "descriptionSw",
            "categorySw",
            "price",
            "category",
            "barcodes",
            "lowAt",
            "stock");

    private static final Map<String, String> LABELS = Map.of(
            "lowAt",
            "products.low-at",
            "nameSw",
            "products.name-sw",
            "descriptionSw",
            "products.description-sw",
            "categorySw",
            "products.category-sw");

    private static final Map<String, String> TRANSLATED = Map.of(
            "/translations/sw/name",
            "/nameSw",
            "/translations/sw/description",
            "/descriptionSw",
            "/translations/sw/category",
            "/categorySw");

    /** With or without commas between the thousands, as people write it; never a comma for the decimals. */
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15}|\\d{1,3}(,\\d{3}){1,4})(\\.\\d{1,4})?");

    private static final Pattern UNITS = Pattern.compile("\\d{1,9}");

    static ProductFields sent(MultiValueMap<String, String> form) {
        Map<String, String> typed = new LinkedHashMap<>();
        NAMES.forEach(name -> typed.put(name, Objects.requireNonNullElse(form.getFirst(name), "")));
        return new ProductFields(typed, form.containsKey("visible"));
    }

    static ProductFields of(ProductView product) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("sku", product.sku().value());
        typed.put("name", product.name());
        typed.put("description", product.description());
        Wording swahili = product.translations().in("sw");
        typed.put("nameSw", Objects.requireNonNullElse(swahili.name(), ""));
        typed.put("descriptionSw", Objects.requireNonNullElse(swahili.description(), ""));
        typed.put("categorySw", Objects.requireNonNullElse(swahili.category(), ""));
        typed.put("price", product.price().plain());
        typed.put("category", Objects.requireNonNullElse(product.category(), ""));
        typed.put("barcodes", product.barcodes() == null ? "" : String.join("\n", product.barcodes()));
        typed.put("lowAt", product.lowAt() == null ? "" : product.lowAt().toString());
        return new ProductFields(typed, product.visible());
    }

    Form form() {
        return Form.of(typed);
    }

    /** The form with what is wrong with it, each thing where it was typed. */
    Form refused(InvalidInput invalid) {
        return form().refused(new InvalidInput(invalid.faults().stream()
                .map(fault -> new Fault(TRANSLATED.getOrDefault(fault.pointer(), fault.pointer()), fault.message()))
                .toList()));
    }

    /** Refuses with {@link InvalidInput} what is no number where one belongs. */
    ProductDetails details() {
        List<Fault> faults = new ArrayList<>();
        BigDecimal price = price(faults);
        Integer lowAt = units("lowAt", faults);
        Integer stock = units("stock", faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new ProductDetails(
                text("sku"),
                text("name"),
                text("description"),
                price,
                text("category"),
                visible,
                stock,
                Arrays.stream(text("barcodes").split("\\s+"))
                        .filter(code -> !code.isEmpty())
                        .toList(),
                lowAt,
                Translations.swahili(text("nameSw"), text("descriptionSw"), text("categorySw")));
    }

    List<String> barcodes() {
        return Arrays.stream(text("barcodes").split("\\s+")).toList();
    }

    /** What the product says now where something else was typed. */
    List<Theirs> unlike(ProductFields now) {
        return NAMES.stream()
                .filter(field ->
                        now.typed.containsKey(field) && !now.text(field).equals(sameForm(field)))
                .map(field -> new Theirs(LABELS.getOrDefault(field, "products." + field), now.text(field)))
                .toList();
    }

    /** A browser sends other line breaks, and people write amounts in more than one way. */
    private String sameForm(String field) {
        String typed = text(field).replace("\r\n", "\n");
        return field.equals("price") && AMOUNT.matcher(typed).matches() ? typed.replace(",", "") : typed;
    }

    private @Nullable BigDecimal price(List<Fault> faults) {
        String price = text("price").replace(" ", "");
        if (price.isEmpty()) {
            return null;
        }
        if (!AMOUNT.matcher(price).matches()) {
            faults.add(new Fault("/price", "must be an amount with a decimal point, such as 1250.00"));
            return null;
        }
        return new BigDecimal(price.replace(",", ""));
    }

    private @Nullable Integer units(String field, List<Fault> faults) {
        String units = text(field);
        if (units.isEmpty()) {
            return null;
        }
        if (!UNITS.matcher(units).matches()) {
            faults.add(new Fault("/" + field, "must be a whole number, such as 12"));
            return null;
        }
        return Integer.valueOf(units);
    }

    private String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }
}
