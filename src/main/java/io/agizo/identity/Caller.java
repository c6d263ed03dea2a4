package io.agizo.identity;

import java.util.Set;

/**
 * Who asks for something, with the permissions that hold at this moment.
 *
 * @param id unique among all callers, stable over time; scopes what belongs to one caller, such as idempotency keys
 * @param name how the caller is shown in timelines and ledgers
 */
public record Caller(String id, String name, Set<Permission> permissions) {

    private static final Caller ANYONE = new Caller("anyone", "anyone", Set.of());

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** Someone who has not signed in. */
    public static Caller anyone() {
        return ANYONE;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Refuses with {@link PermissionDenied}, or {@link NotSignedIn}, unless the caller holds the permission. */
    public void must(Permission permission) {
        if (!may(permission)) {
            throw equals(ANYONE) ? new NotSignedIn(permission) : new PermissionDenied(this, permission);
        }
    }
}
