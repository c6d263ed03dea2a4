package io.agizo.storefront.pages.checkout;

import io.agizo.cart.CartId;
import io.agizo.cart.CartView;
import io.agizo.customers.Contact;
import io.agizo.customers.CustomerView;
import io.agizo.identity.Caller;
import io.agizo.orders.CheckOut;
import io.agizo.orders.OwnCustomer;
import io.agizo.pages.Form;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import io.agizo.shared.TextLanguage;
import io.agizo.storefront.pages.checkout.CheckoutView.Code;
import io.agizo.storefront.pages.checkout.CheckoutView.Shopper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the page of a checkout together: what is ordered, by whom as far as that is known, and what is wrong with it. */
@Component
class ShowCheckout {

    private static final String TEMPLATE = "storefront/checkout/checkout";

    /** Where the use case says who buys; on the page these are fields of their own. */
    private static final String CUSTOMER = "/customer";

    private final OwnCustomer own;
    private final CheckOut checkOut;
    private final Shop shop;

    ShowCheckout(OwnCustomer own, CheckOut checkOut, Shop shop) {
        this.own = own;
        this.checkOut = checkOut;
        this.shop = shop;
    }

    /** A shopper at the checkout, with what they typed. */
    record Visit(
            Caller caller,
            CartId cart,
            CheckoutFields fields,
            Locale locale,
            HttpServletResponse response,
            Model model) {}

    /** The person who has signed in, if they can order in their own name: they have one, and a number. */
    Optional<Shopper> shopper(Caller caller) {
        return own.of(caller).filter(customer -> customer.phone() != null).map(ShowCheckout::shopper);
    }

    private static Shopper shopper(CustomerView customer) {
        return new Shopper(Objects.requireNonNull(customer.name()), Objects.requireNonNull(customer.phone()));
    }

    /** Whether it is the order of whoever has signed in: they typed nobody, or themselves. */
    boolean isOwn(Caller caller, CheckoutFields fields) {
        return shopper(caller)
                .filter(shopper -> fields.nameNobody()
                        || (shopper.name().equals(fields.name())
                                && shopper.phone().equals(fields.number(shop))))
                .isPresent();
    }

    /** How the shopper introduces themselves, or is known; what they typed must have been checked. */
    Contact contact(Visit visit) {
        CheckoutFields typed = visit.fields();
        return shopper(visit.caller())
                .filter(shopper -> typed.nameNobody())
                .map(shopper -> new Contact(shopper.name(), shopper.phone()))
                .orElseGet(() -> new Contact(typed.name(), typed.number(shop), TextLanguage.of(visit.locale())));
    }

    /** The number that was typed, if the shop would text it. */
    @Nullable PhoneNumber texted(Caller caller, CheckoutFields fields) {
        PhoneNumber typed = fields.number(shop);
        return typed != null && checkOut.reaches(caller, typed) ? typed : null;
    }

    /** The page as it is asked for, with the details of whoever has signed in to change if they want to. */
    String fresh(Visit visit, CartView cart, boolean other) {
        Shopper shopper = shopper(visit.caller()).orElse(null);
        Form form = shopper == null
                ? Form.blank()
                : Form.of(
                        Map.of("name", shopper.name(), "phone", shopper.phone().inGroups(shop.country())));
        return show(visit, cart, other ? null : shopper, form, Code.NOT_NEEDED);
    }

    /** The page with what was typed. */
    String typed(Visit visit, CartView cart, Form form, Code code) {
        Shopper shopper = visit.fields().nameNobody() ? shopper(visit.caller()).orElse(null) : null;
        return show(visit, cart, shopper, form, code);
    }

    /** The same with why nothing was ordered. */
    String refused(Visit visit, CartView cart, CheckoutRefusal why) {
        visit.response().setStatus(why.status().value());
        if (why.retrySeconds() != null) {
            visit.response()
                    .setHeader(HttpHeaders.RETRY_AFTER, why.retrySeconds().toString());
        }
        Form form = visit.fields().form();
        return typed(visit, cart, form.refused(why.field(), why.message()), why.code());
    }

    /** The same with what a use case found wrong. */
    String refused(Visit visit, CartView cart, InvalidInput invalid, Code code) {
        visit.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        InvalidInput onPage = new InvalidInput(invalid.faults().stream()
                .map(fault -> new Fault(fault.pointer().replaceFirst("^" + CUSTOMER, ""), fault.message()))
                .toList());
        return typed(visit, cart, visit.fields().form().refused(onPage), code);
    }

    /** The same with what is wrong in its fields. */
    String refused(Visit visit, CartView cart, Form form) {
        visit.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return typed(visit, cart, form, Code.NOT_NEEDED);
    }

    private String show(Visit visit, CartView cart, @Nullable Shopper shopper, Form form, Code code) {
        PhoneNumber phone = shopper == null ? texted(visit.caller(), visit.fields()) : shopper.phone();
        visit.model()
                .addAttribute(
                        "view",
                        new CheckoutView(
                                cart,
                                CheckoutView.lines(cart, visit.fields().seen()),
                                form,
                                shopper,
                                phone,
                                code,
                                shop.brand().delivery().in(visit.locale().getLanguage())));
        return TEMPLATE;
    }
}
