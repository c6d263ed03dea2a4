package io.agizo.signin;

import io.agizo.accounts.Account;
import io.agizo.accounts.Accounts;
import io.agizo.accounts.PasswordHashes;
import io.agizo.identity.Caller;
import io.agizo.shared.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/**
 * What somebody shows besides a fresh sign-in who changes a way into their account, so that whoever takes over their browser
 * for a moment does not take over the account for good: their password or, without one, a code of their authenticator app.
 * Who has neither shows nothing more.
 */
@Component
public class PresentProof {

    private static final String POINTER = "/present";

    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final SlowedPasswords passwords;
    private final AuthenticatorCodes codes;
    private final KnownDevices devices;

    PresentProof(
            Accounts accounts,
            PasswordHashes hashes,
            SlowedPasswords passwords,
            AuthenticatorCodes codes,
            KnownDevices devices) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.passwords = passwords;
        this.codes = codes;
        this.devices = devices;
    }

    /** What is asked of somebody. */
    public enum Kind {
        PASSWORD,
        AUTHENTICATOR,
        NOTHING
    }

    public Kind of(Caller caller) {
        return of(accounts.own(caller));
    }

    /**
     * Refuses whoever does not show it; what is wrong counts as if it was tried to sign in.
     *
     * @throws TooManyTries if there were too many
     */
    public void mustShow(Caller caller, String shown, HttpServletRequest request) {
        mustShow(accounts.own(caller), shown, request);
    }

    void mustShow(Account own, String shown, HttpServletRequest request) {
        Attempt attempt = Attempt.of(request, devices);
        switch (of(own)) {
            case PASSWORD -> passwords.mustKnow(own, shown, attempt);
            case AUTHENTICATOR -> {
                if (!codes.check(own.id().value(), shown, attempt)) {
                    throw new InvalidInput(POINTER, "is not the code that the app shows at this moment");
                }
            }
            case NOTHING -> {}
        }
    }

    private Kind of(Account own) {
        if (hashes.find(own.id()).isPresent()) {
            return Kind.PASSWORD;
        }
        return codes.areAskedOf(own.id().value()) ? Kind.AUTHENTICATOR : Kind.NOTHING;
    }
}
