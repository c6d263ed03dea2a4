package gallery;

import static gallery.Example.in;

import io.agizo.leaving.pages.DeleteAccountView;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.pages.QrCode;
import io.agizo.shared.Money;
import io.agizo.signin.PresentProof;
import io.agizo.signin.pages.AccountView;
import io.agizo.signin.pages.AuthenticatorView;
import io.agizo.signin.pages.ConsentView;
import io.agizo.signin.pages.DetailsView;
import io.agizo.signin.pages.EmailView;
import io.agizo.signin.pages.LoginAgainView;
import io.agizo.signin.pages.PasswordView;
import io.agizo.signin.pages.PastOrder;
import io.agizo.signin.pages.PastOrdersView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pages of a person's own account. */
final class AccountExamples {

    private static final Instant THEN = Instant.parse("2026-11-21T07:41:00Z");
    private static final Instant EARLIER = Instant.parse("2026-08-03T15:20:00Z");
    private static final Form BLANK = Form.blank();
    private static final PastOrdersView PAST_ORDERS = new PastOrdersView(
            List.of(
                    pastOrder("A7K2-9QX", "pending", THEN, "2 × Kericho tea 500 g, 1 × Maize flour 2 kg, +3", "1250"),
                    pastOrder("BMY7-4Z1", "fulfilled", EARLIER, "1 × Gift <b>wrap</b>", "100")),
            "MjAyNg");
    private static final Form PERSON =
            Form.of(Map.of("name", "Amina Otieno", "phone", "0711 000 001", "email", "amina@example.com"));
    private static final Form WRONG =
            Form.blank().refused("password", "form.fault", "must have at least 12 characters");

    private AccountExamples() {}

    static Stream<Example> all() {
        AccountView full = new AccountView(
                "Amina Otieno",
                "0711 000 001",
                true,
                "amina@example.com",
                PAST_ORDERS,
                true,
                true,
                List.of(new AccountView.Passkey("k", "Amina’s phone", EARLIER, THEN)),
                true,
                List.of(new AccountView.Link("login.example.com", "https://login.example.com", "a", EARLIER, true)),
                List.of(new AccountView.Program(
                        "books", "Bookkeeper", List.of("orders:read", "profile"), EARLIER, THEN)),
                List.of(
                        new AccountView.Session("a", "Chrome, Android", true, THEN, true),
                        new AccountView.Session("b", "Firefox, Windows", false, EARLIER, false)),
                PresentProof.Kind.PASSWORD,
                BLANK);
        AccountView bare = new AccountView(
                "Amina Otieno",
                null,
                false,
                null,
                new PastOrdersView(List.of(), null),
                false,
                false,
                List.of(),
                true,
                List.of(),
                List.of(),
                List.of(),
                PresentProof.Kind.NOTHING,
                BLANK);
        return Stream.of(
                new Example(
                        "account",
                        "storefront/account",
                        Map.of("view", full, "notice", Message.of("account.saved")),
                        true),
                in("account-bare", "storefront/account", bare),
                in("account-orders", "storefront/account-orders", PAST_ORDERS),
                in("account-no-orders", "storefront/account-orders", new PastOrdersView(List.of(), null)),
                in("details", "storefront/account-details", new DetailsView(true, PresentProof.Kind.PASSWORD, PERSON)),
                in("email", "storefront/account-email", new EmailView("t", "amina@example.com")),
                in(
                        "password",
                        "storefront/account-password",
                        new PasswordView(true, PresentProof.Kind.PASSWORD, WRONG)),
                in(
                        "authenticator",
                        "storefront/account-authenticator",
                        new AuthenticatorView(
                                "JBSW Y3DP EHPK 3PXP",
                                QrCode.of("otpauth://totp/Duka:amina?secret=JBSWY3DPEHPK3PXP&issuer=Duka"),
                                PresentProof.Kind.PASSWORD,
                                BLANK)),
                in("delete", "storefront/account-delete", new DeleteAccountView(true, false, BLANK)),
                in("delete-last-owner", "storefront/account-delete", new DeleteAccountView(true, true, BLANK)),
                in("again", "storefront/login-again", new LoginAgainView(true, true, PERSON)),
                in(
                        "consent",
                        "storefront/consent",
                        new ConsentView(
                                "books",
                                "Bookkeeper",
                                "s",
                                List.of("orders:read", "shop:order"),
                                List.of("profile"),
                                List.of("reports:read"),
                                "books.example.com",
                                30)));
    }

    private static PastOrder pastOrder(String number, String status, Instant time, String what, String total) {
        return new PastOrder(
                number,
                status,
                time,
                what,
                new Money(new BigDecimal(total), Currency.getInstance("KES")),
                "/orders/aaaaaaaaaaaaaaaa" + number);
    }
}
