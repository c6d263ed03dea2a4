package io.agizo.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for something, with the permissions that hold at this moment.
 *
 * @param id unique among all callers, stable over time; scopes what belongs to one caller, such as idempotency keys
 * @param name how the caller is shown in timelines and ledgers; {@link #signature} is what these keep
 * @param customer the customer record of a person who shops here: what belongs to it is theirs
 */
public record Caller(
        String id,
        String name,
        Set<Permission> permissions,
        @Nullable UUID customer) {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Caller ANYONE = new Caller("anyone", "anyone", Set.of());

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** Someone who does not shop here. */
    public Caller(String id, String name, Set<Permission> permissions) {
        this(id, name, permissions, null);
    }

    /** Someone who has not signed in. */
    public static Caller anyone() {
        return ANYONE;
    }

    /** The same caller, with no permission but these of their own. */
    Caller limitedTo(Set<Permission> granted) {
        Set<Permission> both = granted.stream().filter(permissions::contains).collect(Collectors.toUnmodifiableSet());
        return new Caller(id, name, both, customer);
    }

    /** The account of a person, whose id it is; no program has such an id. */
    public Optional<UUID> account() {
        return accountOf(id);
    }

    static Optional<UUID> accountOf(String id) {
        return ACCOUNT.matcher(id).matches() ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }

    /** How books keep that the caller did something; {@link Signatures} reads it. */
    public String signature() {
        return Signatures.of(this);
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
