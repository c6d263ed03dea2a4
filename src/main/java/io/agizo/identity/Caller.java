package io.agizo.identity;

import java.util.Collection;
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
 * @param signedInLongAgo whether they are a person who would have to prove anew who they are for what is asked of few
 * @param agent the program by whose token a person asks; null for all others
 */
public record Caller(
        String id,
        String name,
        Set<Permission> permissions,
        @Nullable UUID customer,
        boolean signedInLongAgo,
        @Nullable Agent agent) {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Caller ANYONE = new Caller("anyone", "anyone", Set.of());

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** Someone who does not shop here. */
    public Caller(String id, String name, Set<Permission> permissions) {
        this(id, name, permissions, null);
    }

    /** A program, or a person who has just proved who they are. */
    public Caller(String id, String name, Set<Permission> permissions, @Nullable UUID customer) {
        this(id, name, permissions, customer, false, null);
    }

    /** Someone who has not signed in. */
    public static Caller anyone() {
        return ANYONE;
    }

    /** The same caller, with no permission but these of their own. */
    public Caller limitedTo(Set<Permission> granted) {
        Set<Permission> both = granted.stream().filter(permissions::contains).collect(Collectors.toUnmodifiableSet());
        return new Caller(id, name, both, customer, signedInLongAgo, agent);
    }

    /** The same caller, whose proof of who they are is no longer fresh. */
    public Caller provedLongAgo() {
        return new Caller(id, name, permissions, customer, true, agent);
    }

    /** The same person, who asks by a program of somebody else. */
    public Caller through(Agent program) {
        return new Caller(id, name, permissions, customer, signedInLongAgo, program);
    }

    /** Whether it is this program that asks, be it for itself or for a person. */
    public boolean isProgram(String client) {
        return id.equals(client) || (agent != null && agent.client().equals(client));
    }

    /** The account of a person, whose id it is; no program has such an id. */
    public Optional<UUID> account() {
        return accountOf(id);
    }

    /** The account that a caller of this id has, if they are a person. */
    public static Optional<UUID> accountOf(String id) {
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

    /** Refuses as {@link #must} does unless the caller holds all of them: nobody gives, takes or changes what they lack. */
    public void mustHoldAll(Collection<Permission> permissions) {
        permissions.stream().sorted().forEach(this::must);
    }

    /** Refuses with {@link NotAllowedByPerson} a program that the person did not let shop for them. */
    public void mustShop() {
        if (agent != null && !agent.shops()) {
            throw new NotAllowedByPerson(ShopScope.NAME);
        }
    }

    /** Refuses with {@link SignInTooOld} a person whose stolen session or token must not be enough for what is asked. */
    public void mustHaveSignedInLately() {
        if (signedInLongAgo) {
            throw new SignInTooOld();
        }
    }
}
