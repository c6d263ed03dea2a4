package io.agizo.clients;

import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.identity.SecretHash;
import io.agizo.issuer.EndGrants;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import io.agizo.shared.NotFound;
import io.agizo.shared.Stale;
import io.agizo.shared.StorableTime;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The programs that may call the shop. Each use case needs {@code clients:manage}, and whoever changes, rotates or ends a
 * program has to hold all that it may do, before and after: else they could turn what another was given to their own ends.
 */
@Component
public class ApiClients {

    public static final Duration USUAL_OVERLAP = Duration.ofHours(24);

    /** Long enough for a change once a month; a secret that is good for ever was not rotated. */
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    /** Each replica remembers all that are in use; a shop has tens. */
    private static final int MOST = 1_000;

    private final ApiClientStore store;
    private final KnownClients known;
    private final EndGrants grants;
    private final AuditTrail audit;
    private final Validator validator;
    private final Clock clock;

    ApiClients(
            ApiClientStore store,
            KnownClients known,
            EndGrants grants,
            AuditTrail audit,
            Validator validator,
            Clock clock) {
        this.store = store;
        this.known = known;
        this.grants = grants;
        this.audit = audit;
        this.validator = validator;
        this.clock = clock;
    }

    /** Where a client stands in the list. */
    public record Place(Instant createdAt, String id) {

        public Place {
            StorableTime.require("", createdAt);
        }
    }

    /** A client, and the secret that it signs in with from now on, to be shown this once: only its hash is kept. */
    public record WithSecret(ApiClientView client, String secret) {

        @Override
        public String toString() {
            return "WithSecret[client=" + client + "]";
        }
    }

    @Transactional
    public WithSecret create(Caller caller, ApiClientDetails details) {
        caller.must(Permission.CLIENTS_MANAGE);
        caller.mustHaveSignedInLately();
        Set<Permission> permissions = check(details);
        caller.mustHoldAll(permissions);
        if (store.count() >= MOST) {
            throw new Conflict("conflict", "The shop has " + MOST + " API clients, and takes no more.");
        }
        String secret = NewSecret.secret();
        ApiClientView client =
                described(ApiClientView.blank(NewSecret.clientId(), clock.instant()), details, permissions);
        store.insert(client, SecretHash.of(secret));
        record(AuditEvent.CLIENT_CREATED, caller, client.id(), Map.of("permissions", client.permissions()));
        return new WithSecret(client, secret);
    }

    @Transactional(readOnly = true)
    public ApiClientView get(Caller caller, String id) {
        caller.must(Permission.CLIENTS_MANAGE);
        return store.view(id).orElseThrow(ApiClients::noClient);
    }

    /** The latest first, from after the place if there is one. */
    @Transactional(readOnly = true)
    public List<ApiClientView> list(Caller caller, @Nullable Place after, int most) {
        caller.must(Permission.CLIENTS_MANAGE);
        return store.list(after, most);
    }

    /**
     * Puts what the change makes of a client's details in their place; its tokens lose at once what is taken from it. All that
     * people let it do ends where they no longer sign in to it, and where it gains an address that they may be sent back to:
     * they agreed to another one. No program changes itself, whatever it holds.
     *
     * @param expectedVersion what the change was made for; null for whatever is there
     */
    @Transactional
    public ApiClientView change(
            Caller caller, String id, @Nullable Integer expectedVersion, UnaryOperator<ApiClientDetails> change) {
        caller.must(Permission.CLIENTS_MANAGE);
        caller.mustHaveSignedInLately();
        if (caller.isProgram(id)) {
            throw new Conflict(
                    "conflict", "A program does not change itself. Let somebody who manages API clients do it.");
        }
        ApiClientView present = hold(caller, id, expectedVersion);
        ApiClientDetails details = change.apply(ApiClientDetails.of(present));
        Set<Permission> wanted = check(details);
        Set<Permission> held = Permission.ofScopes(present.permissions());
        Set<Permission> granted = without(wanted, held);
        caller.mustHoldAll(granted);
        ApiClientView changed = described(present, details, wanted);
        if (changed.equals(present)) {
            return present;
        }
        store.update(changed);
        if (changed.redirectUris().isEmpty() || !present.redirectUris().containsAll(changed.redirectUris())) {
            grants.ofClient(id);
        }
        recordChange(caller, present, changed, granted, without(held, wanted));
        return store.view(id).orElseThrow(ApiClients::noClient);
    }

    /**
     * Gives a client a new secret, at the end of the overlap the only one. Tokens that were given for the old secret stay good for their hour.
     */
    @Transactional
    public WithSecret rotate(Caller caller, String id, @Nullable Integer expectedVersion, Duration overlap) {
        caller.must(Permission.CLIENTS_MANAGE);
        caller.mustHaveSignedInLately();
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new InvalidInput("/overlapHours", "must be 0 to " + LONGEST_OVERLAP.toHours());
        }
        hold(caller, id, expectedVersion);
        String secret = NewSecret.secret();
        store.rotate(id, SecretHash.of(secret), clock.instant().plus(overlap));
        record(AuditEvent.CLIENT_ROTATED, caller, id, Map.of("overlapHours", overlap.toHours()));
        return new WithSecret(store.view(id).orElseThrow(ApiClients::noClient), secret);
    }

    /** Ends a client with all its tokens. */
    @Transactional
    public void revoke(Caller caller, String id, @Nullable Integer expectedVersion) {
        caller.must(Permission.CLIENTS_MANAGE);
        hold(caller, id, expectedVersion);
        store.delete(id);
        grants.ofClient(id);
        record(AuditEvent.CLIENT_REVOKED, caller, id, Map.of());
    }

    /** Locks the client for a caller who may do all that it may; refuses any other. */
    private ApiClientView hold(Caller caller, String id, @Nullable Integer expectedVersion) {
        ApiClientView client = store.lock(id).orElseThrow(ApiClients::noClient);
        caller.mustHoldAll(Permission.ofScopes(client.permissions()));
        Stale.check(expectedVersion, client.version());
        return client;
    }

    private Set<Permission> check(ApiClientDetails details) {
        List<Fault> faults = ApiClientRules.faults(validator, details);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return Permission.ofScopes(Objects.requireNonNull(details.permissions()));
    }

    private static ApiClientView described(
            ApiClientView client, ApiClientDetails details, Set<Permission> permissions) {
        ClientPurpose purpose = ClientPurpose.of(details);
        return new ApiClientView(
                client.id(),
                Objects.requireNonNull(details.name()),
                scopes(permissions),
                details.requestsPerMinute(),
                purpose.grantTypes(),
                purpose.redirectUris(),
                purpose.postLogoutRedirectUris(),
                purpose.profileScopes(),
                client.createdAt(),
                client.lastUsedAt(),
                client.oldSecretUntil(),
                client.version());
    }

    private void recordChange(
            Caller caller,
            ApiClientView present,
            ApiClientView changed,
            Set<Permission> granted,
            Set<Permission> taken) {
        String id = present.id();
        if (!present.redirectUris().equals(changed.redirectUris())) {
            record(AuditEvent.CLIENT_CHANGED, caller, id, Map.of("redirectUris", changed.redirectUris()));
        } else if (granted.isEmpty() && taken.isEmpty()) {
            record(AuditEvent.CLIENT_CHANGED, caller, id, Map.of());
        }
        if (!granted.isEmpty()) {
            record(AuditEvent.PERMISSION_GRANTED, caller, id, Map.of("permissions", scopes(granted)));
        }
        if (!taken.isEmpty()) {
            record(AuditEvent.PERMISSION_TAKEN, caller, id, Map.of("permissions", scopes(taken)));
        }
    }

    private void record(AuditEvent event, Caller caller, String client, Map<String, ?> detail) {
        audit.record(event, AuditParty.of(caller), AuditParty.client(client), detail);
        known.forgetAfterCommit();
    }

    private static Set<Permission> without(Set<Permission> some, Set<Permission> others) {
        Set<Permission> rest = EnumSet.noneOf(Permission.class);
        rest.addAll(some);
        rest.removeAll(others);
        return rest;
    }

    private static List<String> scopes(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::scope).toList();
    }

    private static NotFound noClient() {
        return new NotFound("There is no such API client.");
    }
}
