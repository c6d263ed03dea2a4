package io.agizo.signin;

import io.agizo.accounts.Account;
import io.agizo.accounts.Accounts;
import io.agizo.accounts.ForeignIdentity;
import io.agizo.accounts.LinkedIdentity;
import io.agizo.accounts.LinkedPeople;
import io.agizo.identity.Caller;
import io.agizo.signin.oidc.LinkWish;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The caller's ways in by another issuer. */
@Component
public class LinkedSignIns {

    private final LinkedPeople people;
    private final LinkWish wish;
    private final Accounts accounts;
    private final ChoosePassword passwords;
    private final Passkeys passkeys;
    private final PresentProof present;
    private final TransactionOperations transactions;

    LinkedSignIns(
            LinkedPeople people,
            LinkWish wish,
            Accounts accounts,
            ChoosePassword passwords,
            Passkeys passkeys,
            PresentProof present,
            TransactionOperations transactions) {
        this.people = people;
        this.wish = wish;
        this.accounts = accounts;
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.present = present;
        this.transactions = transactions;
    }

    /** Whether there is another issuer at which people sign in. */
    public boolean areOffered() {
        return wish.canBeGranted();
    }

    public List<LinkedIdentity> list(Caller caller) {
        return people.linkedWith(caller);
    }

    /** Whether the caller gets in without them. */
    @Transactional
    public boolean areSpare(Caller caller) {
        Account own = accounts.own(caller);
        boolean byPassword = (own.phone() != null || own.email() != null) && passwords.has(caller);
        return own.phoneProved() || byPassword || !passkeys.list(caller).isEmpty();
    }

    /** For who shows the {@link PresentProof}; a Conflict if they would be left without a way in. */
    public void unlink(Caller caller, ForeignIdentity identity, String shown, HttpServletRequest request) {
        present.mustShow(caller, shown, request);
        transactions.executeWithoutResult(together -> people.unlink(caller, identity, areSpare(caller)));
    }
}
