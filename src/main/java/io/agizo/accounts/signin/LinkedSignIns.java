package io.agizo.accounts.signin;

import io.agizo.accounts.Account;
import io.agizo.accounts.Accounts;
import io.agizo.accounts.ForeignIdentity;
import io.agizo.accounts.LinkedIdentity;
import io.agizo.accounts.LinkedPeople;
import io.agizo.accounts.oidc.LinkWish;
import io.agizo.identity.Caller;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The caller's ways in by another issuer. */
@Component
public class LinkedSignIns {

    private final LinkedPeople people;
    private final LinkWish wish;
    private final Accounts accounts;
    private final ChoosePassword passwords;
    private final Passkeys passkeys;

    LinkedSignIns(LinkedPeople people, LinkWish wish, Accounts accounts, ChoosePassword passwords, Passkeys passkeys) {
        this.people = people;
        this.wish = wish;
        this.accounts = accounts;
        this.passwords = passwords;
        this.passkeys = passkeys;
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

    /** A Conflict if the caller would be left without a way in. */
    @Transactional
    public void unlink(Caller caller, ForeignIdentity identity) {
        people.unlink(caller, identity, areSpare(caller));
    }
}
