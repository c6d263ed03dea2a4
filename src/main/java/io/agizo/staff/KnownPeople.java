package io.agizo.staff;

import io.agizo.identity.Caller;
import io.agizo.identity.People;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the rest of the shop who a person is and what they may do, as it stands in the database. */
@Component
class KnownPeople implements People {

    private final CallerStore callers;

    KnownPeople(CallerStore callers) {
        this.callers = callers;
    }

    @Override
    public Optional<Caller> find(UUID account) {
        return callers.find(account);
    }
}
