package io.agizo.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.agizo.office.Colleagues.hired;
import static io.agizo.signin.TwoReplicas.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Browser.Screen;
import io.agizo.identity.Permission;
import io.agizo.shared.Ids;
import io.agizo.signin.TwoReplicas;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A day in the office of each of the four roles, on a phone and a laptop, in English and Swahili. */
class WalksJourneyTests {

    /** A ready-made role, with what it is given. */
    enum Role {
        OWNER(EnumSet.allOf(Permission.class)),
        MANAGER(EnumSet.complementOf(EnumSet.of(Permission.CLIENTS_MANAGE))),
        CASHIER(EnumSet.of(
                Permission.ORDERS_READ,
                Permission.ORDERS_PLACE,
                Permission.ORDERS_EDIT,
                Permission.ORDERS_DECIDE,
                Permission.ORDERS_FULFIL,
                Permission.ORDERS_CANCEL,
                Permission.CUSTOMERS_READ,
                Permission.CUSTOMERS_WRITE,
                Permission.MESSAGES_READ)),
        PACKER(EnumSet.of(Permission.ORDERS_READ, Permission.ORDERS_FULFIL, Permission.STOCK_WRITE));

        private final Set<Permission> permissions;

        Role(Set<Permission> permissions) {
            this.permissions = permissions;
        }

        boolean may(Permission permission) {
            return permissions.contains(permission);
        }
    }

    static Stream<Arguments> walks() {
        return Arrays.stream(Role.values())
                .flatMap(role -> Arrays.stream(Screen.values())
                        .flatMap(
                                screen -> Stream.of("en", "sw").map(language -> Arguments.of(role, screen, language))));
    }

    private static Walk begin(Role role, Screen screen, String language) {
        return Walk.begin(hired(role.name().toLowerCase(Locale.ROOT)), screen, language);
    }

    @ParameterizedTest
    @MethodSource("walks")
    void ledByWhatWaitsTheyDealWithOrders(Role role, Screen screen, String language) {
        OneOrder wanted = OneOrder.placed();
        OneOrder unwanted = OneOrder.placed();
        try (Walk walk = begin(role, screen, language)) {
            seesWhatWaits(role, walk);
            finds(walk, wanted);
            edits(role, walk, wanted);
            decides(role, walk, wanted, unwanted);
            prints(walk, wanted);
            handsOver(walk, wanted);
        }
    }

    @ParameterizedTest
    @MethodSource("walks")
    void theySellAndKeepTheShelfCustomersTextsAndUploads(Role role, Screen screen, String language) {
        try (Walk walk = begin(role, screen, language)) {
            sells(role, walk);
            keepsTheShelf(role, walk);
            keepsCustomers(role, walk);
            sendsAgain(role, walk);
            checksAnUpload(role, walk);
            leavesTheRestToOthers(role, walk);
        }
    }

    private static void seesWhatWaits(Role role, Walk walk) {
        walk.goTo("/office");
        walk.reads("layout.waits");
        walk.reads("front.pending");
        assertThat(walk.page().locator("[data-status=pending] form button").count() > 0)
                .isEqualTo(role.may(Permission.ORDERS_DECIDE));
    }

    private static void finds(Walk walk, OneOrder order) {
        walk.goTo("/office/orders");
        walk.fill("q", order.number().toLowerCase(Locale.ROOT).replace("-", " "));
        walk.page().keyboard().press("Enter");
        walk.page().locator("[data-row='" + order.number() + "'] .row-link").click();
        walk.arrivesAt(order.path() + ".*");
        walk.reads("status.pending");
        walk.reads("order.story");
    }

    private static void edits(Role role, Walk walk, OneOrder order) {
        if (!role.may(Permission.ORDERS_EDIT)) {
            walk.mayNot(order.path() + "/edit", order.path() + "/private-note");
            return;
        }
        walk.press("order.edit");
        walk.arrivesAt(order.path() + "/edit");
        walk.fill("quantity.1", "2");
        assertThat(walk.page().locator("#outcome")).containsText(walk.words("order.edit.after"));
        assertThat(walk.page().locator("#outcome")).containsText("920");
        walk.press("form.save");
        walk.arrivesAt(order.path());
        walk.reads("order.event.edited");
        assertThat(order.stock()).isEqualTo("10 2");
    }

    private static void decides(Role role, Walk walk, OneOrder wanted, OneOrder unwanted) {
        if (!role.may(Permission.ORDERS_DECIDE)) {
            walk.mayNot(wanted.path() + "/accept", wanted.path() + "/reject", wanted.path() + "/cancel");
            hired("owner").signedIn().post(wanted.path() + "/accept");
            walk.goTo(wanted.path());
            return;
        }
        walk.goTo(unwanted.path());
        walk.unfold("reject");
        walk.page().locator("#reject .choice input").first().check();
        walk.page().locator("#reject button.danger").click();
        walk.arrivesAt(unwanted.path());
        walk.reads("status.rejected");
        walk.reads("order.reason.reject.en.1");
        walk.goTo(wanted.path());
        walk.press("order.accept");
        walk.arrivesAt(wanted.path());
        walk.reads("status.accepted");
    }

    private static void prints(Walk walk, OneOrder order) {
        walk.press("order.print.slip");
        walk.page().waitForURL("**/office/orders/" + "**slip**");
        assertThat(walk.page().locator("body")).containsText(order.number());
        walk.goTo(order.path());
        walk.reads("order.event.printed.slip");
    }

    private static void handsOver(Walk walk, OneOrder order) {
        walk.press("order.fulfil");
        walk.arrivesAt(order.path());
        walk.reads("status.fulfilled");
        assertThat(order.stock()).endsWith(" 0");
    }

    private static void sells(Role role, Walk walk) {
        if (!role.may(Permission.ORDERS_PLACE)) {
            walk.mayNotRead("/office/counter", "/office/counter/products");
            walk.mayNot("/office/counter/sales");
            return;
        }
        String sku = Till.product(5);
        walk.goTo("/office/counter");
        assertThat(walk.page().locator("#till[data-ready]")).isVisible();
        Till.sell(walk.page(), sku);
        assertThat(walk.page().locator("#till-finished")).containsText(walk.words("till.sold"));
        assertThat(walk.page().locator("#till-number")).not().isEmpty();
        walk.fits();
    }

    private static void keepsTheShelf(Role role, Walk walk) {
        String sku = "WALK-" + Ids.next().toString().substring(24).toUpperCase(Locale.ROOT);
        if (role.may(Permission.PRODUCTS_WRITE)) {
            walk.goTo("/office/products/new");
            walk.fill("name", "Maziwa " + sku);
            walk.fill("sku", sku);
            walk.fill("price", "65");
            walk.fill("stock", "10");
            walk.page().click(".product-form button.main");
            walk.arrivesAt("/office/products/" + sku);
            walk.press("products.hide");
            walk.reads("products.hidden", "Maziwa " + sku);
            walk.fits();
        } else {
            sku = OneOrder.placed().sku();
            walk.goTo("/office/products/" + sku);
            walk.mayNotRead("/office/products/new");
            walk.mayNot("/office/products/new", "/office/products/" + sku, "/office/products/" + sku + "/hide");
        }
        if (!role.may(Permission.STOCK_WRITE)) {
            walk.mayNot("/office/products/" + sku + "/stock");
            return;
        }
        walk.fill("delta", "14");
        walk.press("products.came");
        walk.reads("products.stock.booked", 24);
        walk.fill("counted", "23");
        walk.press("products.compare");
        walk.reads("products.compared.fewer", 23, 1);
        walk.press("products.book");
        walk.reads("products.stock.booked", 23);
        walk.reads("products.moved.count");
        walk.reads("products.reason.delivery");
        walk.fits();
    }

    private static void keepsCustomers(Role role, Walk walk) {
        if (!role.may(Permission.CUSTOMERS_WRITE)) {
            walk.mayNotRead("/office/customers", "/office/customers/new");
            walk.mayNot("/office/customers/new");
            return;
        }
        String phone = TwoReplicas.freshPhone();
        walk.goTo("/office/customers/new");
        walk.fill("name", "Zawadi");
        walk.fill("phone", phone);
        walk.press("customers.add");
        walk.reads("customers.added", "Zawadi");
        walk.fill("name", "Zawadi Achieng");
        walk.press("form.save");
        walk.reads("customers.saved");
        walk.goTo("/office/customers?q=" + phone.substring(4));
        walk.page().locator("[data-row] .row-link").click();
        walk.arrivesAt("/office/customers/.+");
        assertThat(walk.page().locator("h1")).hasText("Zawadi Achieng");
    }

    private static void sendsAgain(Role role, Walk walk) {
        UUID text = Ids.next();
        sql().sql("""
                        insert into message (id, occasion, phone, body, status, attempts, queued_at, sent_at, detail)
                        values (?, 'placed', '+254711000001', 'Asante', 'failed', 1, now(), now(), 'out of reach')
                        """).param(text).update();
        String there = "/office/messages/" + text;
        if (!role.may(Permission.MESSAGES_READ)) {
            walk.mayNotRead("/office/messages", there);
            walk.mayNot(there + "/again");
            return;
        }
        walk.goTo(there);
        walk.reads("messages.means.failed");
        if (role.may(Permission.MESSAGES_SEND)) {
            walk.press("messages.again");
            walk.arrivesAt(there);
            walk.reads("messages.queued");
        } else {
            walk.mayNot(there + "/again");
        }
    }

    private static void checksAnUpload(Role role, Walk walk) {
        List<Permission> kinds =
                List.of(Permission.PRODUCTS_WRITE, Permission.CUSTOMERS_WRITE, Permission.ORDERS_PLACE);
        if (kinds.stream().noneMatch(role::may)) {
            walk.mayNot("/office/imports/products", "/office/imports/customers", "/office/imports/orders");
            return;
        }
        walk.goTo("/office/imports?kind=customers");
        assertThat(walk.page().locator("main .tabs a"))
                .hasCount((int) kinds.stream().filter(role::may).count());
        walk.choose("#file", "wateja.csv", "code,name\nW" + Ids.next() + ",Baraka\n");
        walk.press("imports.check");
        walk.arrivesAt("/office/imports/[0-9a-f-]+");
        walk.reads("imports.dry.next");
        walk.reads("imports.would");
    }

    private static void leavesTheRestToOthers(Role role, Walk walk) {
        if (!role.may(Permission.EMPLOYEES_MANAGE)) {
            walk.mayNotRead("/office/employees");
            walk.mayNot("/office/employees/new");
        }
        if (!role.may(Permission.CLIENTS_MANAGE)) {
            walk.mayNotRead("/office/settings/clients");
            walk.mayNot("/office/settings/clients/new");
        }
        for (String place : walk.places().toList()) {
            walk.goTo(place);
        }
    }
}
