package io.agizo.clients;

import io.agizo.identity.Caller;
import io.agizo.identity.Programs;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the rest of the shop what a program may do, as it stands in the database. */
@Component
class KnownPrograms implements Programs {

    private final ApiClientStore store;

    KnownPrograms(ApiClientStore store) {
        this.store = store;
    }

    @Override
    public Optional<Caller> find(String id) {
        return store.find(id).map(client -> client.caller(client.permissions()));
    }
}
