package io.agizo.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import io.agizo.catalog.ProductTable;
import io.agizo.identity.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an upload brings: who may send it, and which columns it may and must have. */
public enum ImportKind {
    CUSTOMERS(Permission.CUSTOMERS_WRITE),
    PRODUCTS(Permission.PRODUCTS_WRITE),
    ORDERS(Permission.ORDERS_PLACE);

    private final Permission permission;

    ImportKind(Permission permission) {
        this.permission = permission;
    }

    public static Optional<ImportKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Permission permission() {
        return permission;
    }

    /** Every column there is; by the first a row is known again when the same file is sent twice. */
    public List<String> columns() {
        return switch (this) {
            case CUSTOMERS -> List.of("code", "name", "phone", "email", "locale");
            case PRODUCTS -> ProductTable.COLUMNS;
            case ORDERS -> List.of("reference", "customer", "item", "sku", "quantity", "amount", "time");
        };
    }

    /** Columns that a download has besides, and that an upload passes over. */
    List<String> shownOnly() {
        return this == ORDERS ? List.of("number", "status") : List.of();
    }

    /** What a table cannot be without: of each list at least one. */
    List<List<String>> required() {
        return switch (this) {
            case CUSTOMERS -> List.of(List.of("name"));
            case PRODUCTS -> List.of(List.of("sku"), List.of("name"), List.of("price"));
            case ORDERS -> List.of(List.of("item", "sku"));
        };
    }

    /** Whether rows with one key belong together, as the lines of an order do; of other things there is a row each. */
    boolean joinsRows() {
        return this == ORDERS;
    }

    String key() {
        return columns().getFirst();
    }
}
