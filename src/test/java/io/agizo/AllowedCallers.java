package io.agizo;

import io.agizo.identity.Caller;
import io.agizo.identity.People;
import io.agizo.identity.Permission;
import io.agizo.identity.Programs;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Stands for the people and programs of a shop without such modules: they may do everything until a test takes it away. */
public final class AllowedCallers implements People, Programs {

    private final Map<String, Set<Permission>> left = new ConcurrentHashMap<>();

    /** From now on the caller holds these permissions only. */
    public void leave(String id, Permission... permissions) {
        left.put(id, Set.of(permissions));
    }

    @Override
    public Optional<Caller> find(UUID account) {
        return find(account.toString());
    }

    @Override
    public Optional<Caller> find(String id) {
        return Optional.of(new Caller(id, id, left.getOrDefault(id, EnumSet.allOf(Permission.class))));
    }
}
