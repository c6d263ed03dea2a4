package io.agizo.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What someone may do; each is an OAuth scope of the same name. */
public enum Permission {
    ORDERS_READ("orders:read"),
    ORDERS_PLACE("orders:place"),
    ORDERS_EDIT("orders:edit"),
    ORDERS_DECIDE("orders:decide"),
    ORDERS_FULFIL("orders:fulfil"),
    ORDERS_CANCEL("orders:cancel"),
    ORDERS_DELETE("orders:delete"),
    PRODUCTS_WRITE("products:write"),
    STOCK_WRITE("stock:write"),
    CUSTOMERS_READ("customers:read"),
    CUSTOMERS_WRITE("customers:write"),
    MESSAGES_READ("messages:read"),
    MESSAGES_SEND("messages:send"),
    REPORTS_READ("reports:read"),
    EMPLOYEES_MANAGE("employees:manage"),
    CLIENTS_MANAGE("clients:manage"),
    SETTINGS_MANAGE("settings:manage");

    private static final Map<String, Permission> BY_SCOPE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Permission::scope, Function.identity()));

    private final String scope;

    Permission(String scope) {
        this.scope = scope;
    }

    public String scope() {
        return scope;
    }

    public static Optional<Permission> ofScope(String scope) {
        return Optional.ofNullable(BY_SCOPE.get(scope));
    }

    /** Those of the scopes that are permissions; one that this release does not know is left out. */
    public static Set<Permission> ofScopes(Collection<String> scopes) {
        return scopes.stream().flatMap(scope -> ofScope(scope).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
