package io.agizo.accounts;

import io.agizo.identity.NamesOfPeople;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the rest of the shop how the people with an account are called. */
@Component
class KnownNames implements NamesOfPeople {

    private final AccountStore accounts;

    KnownNames(AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> people) {
        return accounts.names(people);
    }
}
