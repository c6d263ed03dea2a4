package io.agizo;

import static io.agizo.PageRules.SIGNED_IN;
import static io.agizo.PageRules.all;
import static io.agizo.PageRules.holders;
import static io.agizo.PageRules.union;

import io.agizo.Admits.AnyOf;
import io.agizo.identity.Permission;
import java.util.List;
import java.util.Map;

/** Says whom each page of the office is for. */
final class OfficeRules {

    static final Map<String, Admits> PAGES = union(List.of(
            all(
                    SIGNED_IN,
                    "GET /office",
                    "GET /office/events",
                    "GET /office/find",
                    "GET /office/waits",
                    "GET /office/imports",
                    "GET /office/imports/{id}",
                    "GET /office/imports/{id}/errors.csv"),
            all(
                    holders(Permission.EMPLOYEES_MANAGE),
                    "GET /office/employees",
                    "GET /office/employees/new",
                    "GET /office/employees/new-role",
                    "GET /office/employees/roles",
                    "GET /office/employees/roles/{name}",
                    "GET /office/employees/roles/{name}/remove",
                    "GET /office/employees/{id}",
                    "GET /office/employees/{id}/hand-over",
                    "GET /office/employees/{id}/remove",
                    "POST /office/employees/new",
                    "POST /office/employees/new-role",
                    "POST /office/employees/roles/{name}",
                    "POST /office/employees/roles/{name}/remove",
                    "POST /office/employees/{id}",
                    "POST /office/employees/{id}/hand-over",
                    "POST /office/employees/{id}/invitation",
                    "POST /office/employees/{id}/remove",
                    "POST /office/employees/{id}/resume",
                    "POST /office/employees/{id}/suspend"),
            all(SIGNED_IN, "POST /office/orders/many"),
            all(
                    call -> new AnyOf(
                            List.of(Permission.ORDERS_DECIDE, Permission.ORDERS_FULFIL, Permission.ORDERS_CANCEL)),
                    "GET /office/orders/many/{id}"),
            all(
                    holders(Permission.ORDERS_READ),
                    "GET /office/orders",
                    "GET /office/orders/download",
                    "GET /office/orders/rows",
                    "GET /office/orders/views/{id}/remove",
                    "POST /office/orders/views",
                    "POST /office/orders/views/{id}",
                    "POST /office/orders/views/{id}/remove"),
            all(
                    holders(Permission.CLIENTS_MANAGE),
                    "GET /office/settings/clients",
                    "GET /office/settings/clients/new",
                    "GET /office/settings/clients/{id}",
                    "GET /office/settings/clients/{id}/revoke",
                    "POST /office/settings/clients/new",
                    "POST /office/settings/clients/{id}",
                    "POST /office/settings/clients/{id}/revoke",
                    "POST /office/settings/clients/{id}/rotate"),
            all(
                    holders(Permission.ORDERS_READ),
                    "GET /office/orders/{number}",
                    "GET /office/orders/{number}/words",
                    "GET /office/orders/{number}/slip",
                    "GET /office/orders/{number}/receipt",
                    "GET /office/orders/picklist",
                    "GET /office/orders/receipts",
                    "GET /office/orders/slips",
                    "GET /office/settings/printing",
                    "GET /office/settings/printing/test",
                    "POST /office/orders/prints",
                    "POST /office/settings/printing"),
            all(
                    holders(Permission.ORDERS_EDIT),
                    "GET /office/orders/{number}/edit",
                    "POST /office/orders/{number}/edit",
                    "POST /office/orders/{number}/private-note"),
            all(
                    holders(Permission.ORDERS_DECIDE),
                    "POST /office/orders/{number}/accept",
                    "POST /office/orders/{number}/reject"),
            all(
                    holders(Permission.ORDERS_FULFIL),
                    "POST /office/orders/{number}/fulfil",
                    "POST /office/orders/{number}/return"),
            all(holders(Permission.ORDERS_CANCEL), "POST /office/orders/{number}/cancel"),
            all(holders(Permission.ORDERS_DELETE), "POST /office/orders/{number}/delete"),
            all(holders(Permission.MESSAGES_SEND), "POST /office/orders/{number}/texts/{id}/again"),
            all(
                    holders(Permission.CUSTOMERS_READ),
                    "GET /office/customers",
                    "GET /office/customers/{code}",
                    "GET /office/customers/{code}/erase"),
            all(
                    holders(Permission.CUSTOMERS_WRITE),
                    "GET /office/customers/new",
                    "POST /office/customers/new",
                    "POST /office/customers/{code}",
                    "POST /office/customers/{code}/erase",
                    "POST /office/imports/customers"),
            all(holders(Permission.PRODUCTS_WRITE), "POST /office/imports/products"),
            all(
                    holders(Permission.ORDERS_PLACE),
                    "GET /office/counter",
                    "GET /office/counter-worker.js",
                    "GET /office/counter/products",
                    "GET /office/counter/sales/{number}",
                    "GET /office/counter/session",
                    "GET /office/counter/shell",
                    "POST /office/counter/cancellations",
                    "POST /office/counter/sales",
                    "POST /office/imports/orders"),
            all(holders(Permission.CUSTOMERS_READ), "GET /office/counter/customers"),
            all(holders(Permission.ORDERS_READ), "GET /office/counter/cancellations"),
            all(holders(Permission.MESSAGES_READ), "GET /office/messages", "GET /office/messages/{id}"),
            all(holders(Permission.MESSAGES_SEND), "POST /office/messages/{id}/again"),
            all(
                    call -> new AnyOf(
                            List.of(Permission.STOCK_WRITE, Permission.PRODUCTS_WRITE, Permission.ORDERS_READ)),
                    "GET /office/products",
                    "GET /office/products.csv",
                    "GET /office/products/{sku}"),
            all(
                    holders(Permission.PRODUCTS_WRITE),
                    "GET /office/products/new",
                    "GET /office/products/{sku}/remove",
                    "GET /office/products/{sku}/pictures/{id}/remove",
                    "POST /office/products/new",
                    "POST /office/products/{sku}",
                    "POST /office/products/{sku}/hide",
                    "POST /office/products/{sku}/pictures",
                    "POST /office/products/{sku}/pictures/{id}",
                    "POST /office/products/{sku}/pictures/{id}/remove",
                    "POST /office/products/{sku}/remove",
                    "POST /office/products/{sku}/show"),
            all(
                    holders(Permission.SETTINGS_MANAGE),
                    "GET /office/settings/shop",
                    "GET /office/settings/shop/reset",
                    "POST /office/settings/shop",
                    "POST /office/settings/shop/logo",
                    "POST /office/settings/shop/logo/remove",
                    "POST /office/settings/shop/preview",
                    "POST /office/settings/shop/reset"),
            all(holders(Permission.STOCK_WRITE), "POST /office/products/{sku}/stock")));

    private OfficeRules() {}
}
