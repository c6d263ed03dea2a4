package io.agizo.signin;

import io.agizo.accounts.Account;
import io.agizo.accounts.AccountDetails;
import io.agizo.accounts.Accounts;
import io.agizo.identity.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes what an account says of its owner and where it reaches them. A new number counts once its code was typed in, and a
 * new address once the link that was mailed to it was followed. Both are ways into the account, so whoever changes them shows
 * the {@link PresentProof}; to change the name it takes none.
 */
@Component
public class ChangeDetails {

    private final Accounts accounts;
    private final PresentProof present;
    private final AskForCode askForCode;
    private final ProveEmail proveEmail;

    ChangeDetails(Accounts accounts, PresentProof present, AskForCode askForCode, ProveEmail proveEmail) {
        this.accounts = accounts;
        this.present = present;
        this.askForCode = askForCode;
        this.proveEmail = proveEmail;
    }

    /**
     * What the form says.
     *
     * @param phone blank to leave it as it is
     * @param email null to leave it as it is, blank for none
     * @param present what the person shows
     */
    public record Wish(String name, String phone, @Nullable String email, String present) {}

    /** What has to be done still for it to count. */
    public record Outcome(boolean linkMailed, boolean codeSent) {}

    /**
     * Changes the caller's own.
     *
     * @throws TooManyTries if there were too many wrong proofs, codes or links
     */
    public Outcome change(
            Caller caller, Wish wish, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        Account own = accounts.own(caller);
        boolean newPhone = !wish.phone.isBlank() && isToProve(wish.phone.strip(), own);
        String newEmail = wish.email != null && proveEmail.isNew(own, wish.email) ? wish.email : null;
        if (newPhone || newEmail != null) {
            present.mustShow(own, wish.present, request);
        }
        Account changed = accounts.change(caller, null, details -> new AccountDetails(wish.name, details.locale()));
        boolean mailed = newEmail != null && proveEmail.ask(changed, newEmail, request);
        if (newPhone) {
            askForCode.toMovePhone(changed, wish.phone, locale, request, response);
        }
        return new Outcome(mailed, newPhone);
    }

    private boolean isToProve(String phone, Account own) {
        String known = own.phone() == null ? "" : own.phone().e164();
        return !phone.equals(known) || (!own.phoneProved() && askForCode.isPossible());
    }
}
