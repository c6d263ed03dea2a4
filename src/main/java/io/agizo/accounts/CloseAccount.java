package io.agizo.accounts;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Removes an account with all that is its own: the ways in, and the browsers that are signed in. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CloseAccount {

    private final AccountStore accounts;
    private final AccountSessionStore sessions;

    CloseAccount(AccountStore accounts, AccountSessionStore sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    public void close(AccountId id) {
        sessions.endAll(id);
        accounts.delete(id);
    }
}
