package io.agizo.staff;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Permissions as people and programs write them: by their scopes. */
final class Scopes {

    private Scopes() {}

    static List<String> all() {
        return of(EnumSet.allOf(Permission.class));
    }

    static List<String> of(Set<Permission> permissions) {
        return Arrays.stream(Permission.values())
                .filter(permissions::contains)
                .map(Permission::scope)
                .toList();
    }

    /** The scopes in their usual order, each once; refuses those that are no permission. */
    static List<String> read(@Nullable List<String> scopes) {
        if (scopes == null) {
            return List.of();
        }
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < scopes.size(); i++) {
            var permission = Permission.ofScope(scopes.get(i));
            if (permission.isPresent()) {
                permissions.add(permission.get());
            } else {
                faults.add(new Fault("/permissions/" + i, "is no permission"));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return of(permissions);
    }

    /** As {@link Caller#mustHoldAll}, for permissions as they are written. */
    static void mustHold(Caller caller, Collection<String> scopes) {
        caller.mustHoldAll(Permission.ofScopes(scopes));
    }
}
