package io.agizo.storefront.pages.checkout;

import io.agizo.customers.Contact;
import io.agizo.orders.NewOrderRequest;
import io.agizo.pages.Form;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.PlainText;
import io.agizo.shared.Shop;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * What was typed and pressed on the checkout.
 *
 * @param typedCode that was texted to the phone
 * @param seen what the page showed of the cart
 * @param fit pressed to take no more than there is
 * @param text pressed to have a code texted
 */
record CheckoutFields(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String note,
        @BindParam("code") @Nullable String typedCode,
        @Nullable String seen,
        @Nullable String fit,
        @Nullable String text) {

    static CheckoutFields none() {
        return new CheckoutFields(null, null, null, null, null, null, null);
    }

    @Override
    public String name() {
        return said(name);
    }

    @Override
    public String phone() {
        return said(phone);
    }

    @Override
    public String note() {
        return said(note);
    }

    @Override
    public String seen() {
        return said(seen);
    }

    @Nullable String code() {
        return PlainText.tidy(typedCode);
    }

    boolean wantsToFit() {
        return fit != null;
    }

    boolean wantsCode() {
        return text != null;
    }

    /** Whether nobody is named, as by who orders in their own name. */
    boolean nameNobody() {
        return name().isEmpty() && phone().isEmpty();
    }

    /** What is sent back to the page. */
    Form form() {
        return Form.of(Map.of("name", name(), "phone", phone(), "note", note()));
    }

    /** The form with all that is wrong with it. */
    Form checked(Shop shop, boolean own) {
        Form form = form();
        if (!own) {
            form = checkedName(form);
            form = checkedPhone(form, shop);
        }
        return note().length() > NewOrderRequest.LONGEST_NOTE
                ? form.refused("note", "checkout.note.long", String.valueOf(NewOrderRequest.LONGEST_NOTE))
                : form;
    }

    private Form checkedName(Form form) {
        if (name().isEmpty()) {
            return form.refused("name", "checkout.name.missing");
        }
        try {
            InvalidInput.at("", () -> new Contact(name(), null));
            return form;
        } catch (InvalidInput invalid) {
            return form.refused(invalid);
        }
    }

    private Form checkedPhone(Form form, Shop shop) {
        if (phone().isEmpty()) {
            return form.refused("phone", "checkout.phone.missing");
        }
        try {
            InvalidInput.at("/phone", () -> PhoneNumber.parse(phone(), shop.country()));
            return form;
        } catch (InvalidInput invalid) {
            return form.refused(invalid);
        }
    }

    /** The number that was typed, if it is one. */
    @Nullable PhoneNumber number(Shop shop) {
        try {
            return phone().isEmpty() ? null : PhoneNumber.parse(phone(), shop.country());
        } catch (InvalidInput noNumber) {
            return null;
        }
    }

    private static String said(@Nullable String typed) {
        return Objects.requireNonNullElse(PlainText.tidy(typed), "");
    }
}
