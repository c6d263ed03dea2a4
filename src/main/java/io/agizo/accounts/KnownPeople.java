package io.agizo.accounts;

import io.agizo.identity.Caller;
import io.agizo.identity.NamesOfPeople;
import io.agizo.identity.People;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the rest of the shop who a person is and what they may do, as it stands in the database. */
@Component
class KnownPeople implements People, NamesOfPeople {

    private final AccountStore accounts;

    KnownPeople(AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<Caller> find(UUID account) {
        return accounts.caller(new AccountId(account));
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> people) {
        return accounts.names(people);
    }
}
