package io.agizo.clients;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agizo.audit.AuditParty;
import io.agizo.identity.Agent;
import io.agizo.identity.Caller;
import io.agizo.identity.People;
import io.agizo.identity.Permission;
import io.agizo.identity.Proof;
import io.agizo.identity.ShopScope;
import io.agizo.identity.SignedIn;
import io.agizo.identity.WebClient;
import io.agizo.issuer.RunningGrants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/**
 * Tells who an access token speaks for. What was found is remembered for a moment, since checking an RS256 signature
 * at each request would halve the number of requests that the shop can answer.
 */
@Component
public final class AccessTokens {

    /** A token and what is known of it take about 2 kB, so at most 20 MB; beyond that, tokens are checked more often. */
    static final int MOST_REMEMBERED = 10_000;

    /** How long a token is taken at its word once its signature was checked; what its owner may do is asked each time. */
    static final Duration REMEMBERED_FOR = Duration.ofSeconds(10);

    private final Cache<String, Checked> remembered = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();

    private final JwtDecoder decoder;
    private final KnownClients clients;
    private final ClientUse use;
    private final People people;
    private final RunningGrants grants;
    private final TokensOfOtherIssuer others;
    private final RefusedTokens refused;
    private final Clock clock;

    AccessTokens(
            JwtDecoder decoder,
            KnownClients clients,
            ClientUse use,
            People people,
            RunningGrants grants,
            TokensOfOtherIssuer others,
            RefusedTokens refused,
            Clock clock) {
        this.decoder = decoder;
        this.clients = clients;
        this.use = use;
        this.people = people;
        this.grants = grants;
        this.others = others;
        this.refused = refused;
        this.clock = clock;
    }

    /** The caller the token was issued to, with those of its permissions that they still hold. */
    public SignedIn check(String token) {
        Instant now = clock.instant();
        Checked known = remembered.getIfPresent(token);
        if (known == null || !now.isBefore(known.until())) {
            known = checkAnew(token, now);
            remembered.put(token, known);
        }
        return switch (known) {
            case OfProgram program -> now(program, now);
            case OfPerson person -> now(person, now);
        };
    }

    long remembered() {
        remembered.cleanUp();
        return remembered.estimatedSize();
    }

    private Checked checkAnew(String token, Instant now) {
        return others.check(token)
                .<Checked>map(other -> OfPerson.ofOtherIssuer(other, soon(now, other.until())))
                .orElseGet(() -> checkOwn(token, now));
    }

    private static Instant soon(Instant now, Instant expires) {
        Instant lookAgain = now.plus(REMEMBERED_FOR);
        return expires.isBefore(lookAgain) ? expires : lookAgain;
    }

    private Checked checkOwn(String token, Instant now) {
        Jwt jwt = decode(token);
        String subject = Optional.ofNullable(jwt.getSubject()).orElseThrow(TokenRefused::new);
        Set<String> scopes = scopes(jwt);
        Set<Permission> granted = Permission.ofScopes(scopes);
        Instant expires = Objects.requireNonNull(jwt.getExpiresAt(), "the decoder demands an expiry");
        Instant until = soon(now, expires);
        String client = jwt.getClaimAsString(OAuth2ParameterNames.CLIENT_ID);
        return subject.equals(client)
                ? program(subject, granted, now, until)
                : new OfPerson(
                        account(subject),
                        client,
                        RunningGrants.of(jwt).orElse(null),
                        granted,
                        scopes.contains(ShopScope.NAME),
                        jwt.getClaimAsInstant(IdTokenClaimNames.AUTH_TIME),
                        until);
    }

    private OfProgram program(String id, Set<Permission> granted, Instant now, Instant until) {
        ApiClient client = actingAlone(id, now);
        use.mark(id);
        return new OfProgram(client, granted, signedIn(client, granted), until);
    }

    private SignedIn now(OfProgram program, Instant now) {
        ApiClient client = actingAlone(program.client().id(), now);
        return client.equals(program.client()) ? program.caller() : signedIn(client, program.granted());
    }

    private ApiClient actingAlone(String id, Instant now) {
        return clients.find(id, now).filter(ApiClient::actsAlone).orElseThrow(() -> refused.of(AuditParty.client(id)));
    }

    private ApiClient client(String id, Instant now) {
        return clients.find(id, now).orElseThrow(() -> refused.of(AuditParty.client(id)));
    }

    private static SignedIn signedIn(ApiClient client, Set<Permission> granted) {
        return new SignedIn(client.caller(granted), client.requestsPerMinute());
    }

    private SignedIn now(OfPerson person, Instant now) {
        if (person.grant() != null && !grants.include(person.grant(), now)) {
            throw refused.of(AuditParty.account(person.account()));
        }
        Caller caller =
                people.find(person.account()).orElseThrow(() -> refused.of(AuditParty.account(person.account())));
        Caller known = Proof.isFresh(person.signedInAt(), now) ? caller : caller.provedLongAgo();
        Caller granted = known.limitedTo(person.granted());
        String client = person.client();
        return new SignedIn(
                client == null || client.equals(WebClient.ID)
                        ? granted
                        : through(client(client, now), granted, person.shops()));
    }

    /** The person, as far as both they and whoever manages the program let it act for them. */
    private static Caller through(ApiClient program, Caller person, boolean shops) {
        boolean mayShop = shops && program.signIn().profileScopes().contains(ShopScope.NAME);
        return person.limitedTo(program.permissions()).through(new Agent(program.id(), mayShop));
    }

    private Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (JwtException notTaken) {
            throw refused.decoding(token, notTaken);
        }
    }

    private static UUID account(String subject) {
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException notAnAccount) {
            throw new TokenRefused();
        }
    }

    private static Set<String> scopes(Jwt jwt) {
        String scope = jwt.getClaimAsString(OAuth2ParameterNames.SCOPE);
        return scope == null ? Set.of() : new HashSet<>(Arrays.asList(scope.split(" ")));
    }

    /** Whom a token speaks for, and until when nobody needs to look at the token itself again. */
    private sealed interface Checked {

        Instant until();
    }

    /** A program as it was when the token was checked; whatever it may do by now, most likely the same. */
    private record OfProgram(ApiClient client, Set<Permission> granted, SignedIn caller, Instant until)
            implements Checked {}

    /** A person, by the client and the grant that the token is of; by neither, where another issuer made it. */
    private record OfPerson(
            UUID account,
            @Nullable String client,
            @Nullable UUID grant,
            Set<Permission> granted,
            boolean shops,
            @Nullable Instant signedInAt,
            Instant until)
            implements Checked {

        /** That issuer knows nothing of grants here: its token speaks for the person in full. */
        static OfPerson ofOtherIssuer(TokensOfOtherIssuer.Checked token, Instant until) {
            return new OfPerson(
                    token.account(), null, null, Set.of(Permission.values()), true, token.signedInAt(), until);
        }
    }
}
