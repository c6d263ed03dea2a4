package io.agizo.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agizo.TestDatabase;
import io.agizo.audit.AuditFixtures;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.identity.SignedIn;
import io.agizo.issuer.GrantFixtures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.databind.json.JsonMapper;

class RememberedTokensModuleTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final String TOKEN = "the token";

    /** Her token is her account's number. */
    private static final UUID AMINA = UUID.fromString("0193a1b2-0000-7000-8000-000000000001");

    private final Watch watch = new Watch();
    private final AtomicInteger timesDecoded = new AtomicInteger();
    private final JdbcClient sql = JdbcClient.create(TestDatabase.fresh());
    private final ApiClientStore clients = new ApiClientStore(sql, watch);
    private final KnownClients known = new KnownClients(clients, watch);
    private final ClientUse use = new ClientUse(clients, watch);
    private final RefusedTokens refused =
            new RefusedTokens(AuditFixtures.trail(sql, JsonMapper.builder().build(), watch));
    private final Map<UUID, Caller> people = new HashMap<>();
    private final AccessTokens tokens = new AccessTokens(
            this::decode,
            known,
            use,
            account -> Optional.ofNullable(people.get(account)),
            GrantFixtures.running(sql),
            token -> Optional.empty(),
            refused,
            watch);

    @BeforeEach
    void theClientIsThere() {
        clients.put(client(Permission.ORDERS_READ, Permission.ORDERS_PLACE));
        known.look();
    }

    @Test
    void aTokenIsDecodedOnceForManyRequests() {
        SignedIn first = tokens.check(TOKEN);
        SignedIn second = tokens.check(new String(TOKEN.toCharArray()));

        assertThat(second).isSameAs(first);
        assertThat(timesDecoded).hasValue(1);
    }

    @Test
    void anExpiredTokenIsRefusedAlthoughRemembered() {
        watch.set(NOON.plus(LIFETIME).minusMillis(1));
        assertThat(tokens.check(TOKEN).caller().id()).isEqualTo("till");

        watch.set(NOON.plus(LIFETIME));

        assertThatExceptionOfType(TokenRefused.class).isThrownBy(() -> tokens.check(TOKEN));
    }

    @Test
    void aPermissionTakenFromTheClientIsGoneWithTheNextLook() {
        tokens.check(TOKEN);
        clients.put(client(Permission.ORDERS_READ));

        known.look();

        assertThat(tokens.check(TOKEN).caller().permissions()).containsExactly(Permission.ORDERS_READ);
    }

    @Test
    void aPermissionTakenFromTheClientIsGoneAfterASecondWhenNoLookSucceeds() {
        tokens.check(TOKEN);
        clients.put(client(Permission.ORDERS_READ));

        watch.set(NOON.plus(KnownClients.GOOD_FOR));

        assertThat(tokens.check(TOKEN).caller().permissions()).containsExactly(Permission.ORDERS_READ);
    }

    @Test
    void theRevisionRisesWithEachChangeButNotWithUse() {
        long before = clients.revision();

        clients.put(client(Permission.ORDERS_READ));
        long changed = clients.revision();
        clients.used(Map.of("till", NOON));

        assertThat(changed).isGreaterThan(before);
        assertThat(clients.revision()).isEqualTo(changed);
        assertThat(clients.view("till").orElseThrow().lastUsedAt()).isEqualTo(NOON);
    }

    @Test
    void noQueryIsAskedAboutAClientThatIsRemembered() {
        tokens.check(TOKEN);
        sql.sql("alter table api_client rename to away").update();

        assertThat(tokens.check(TOKEN).caller().id()).isEqualTo("till");
    }

    @Test
    void aPermissionGivenToTheClientLaterIsNotInATokenThatDidNotAskForIt() {
        clients.put(client(Permission.values()));

        assertThat(tokens.check(TOKEN).caller().permissions())
                .containsExactlyInAnyOrder(Permission.ORDERS_READ, Permission.ORDERS_PLACE);
    }

    @Test
    void theTokensOfAClientThatIsRemovedAreRefusedWithinASecond() {
        tokens.check(TOKEN);
        clients.remove("till", "hash");

        watch.set(NOON.plus(KnownClients.GOOD_FOR));

        assertThatExceptionOfType(TokenRefused.class).isThrownBy(() -> tokens.check(TOKEN));
    }

    @Test
    void whatAPersonMayDoIsAskedAtEachRequest() {
        people.put(
                AMINA,
                new Caller(AMINA.toString(), "Amina", Set.of(Permission.ORDERS_READ, Permission.CUSTOMERS_READ)));
        assertThat(tokens.check(AMINA.toString()).caller().permissions()).containsExactly(Permission.ORDERS_READ);

        people.put(AMINA, new Caller(AMINA.toString(), "Amina", Set.of()));
        assertThat(tokens.check(AMINA.toString()).caller().permissions()).isEmpty();

        people.remove(AMINA);
        assertThatExceptionOfType(TokenRefused.class).isThrownBy(() -> tokens.check(AMINA.toString()));
        assertThat(timesDecoded).hasValue(1);
    }

    @Test
    void remembersNoMoreThanItsLimit() {
        for (int i = 0; i < AccessTokens.MOST_REMEMBERED + 500; i++) {
            tokens.check("token " + i);
        }

        assertThat(tokens.remembered()).isEqualTo(AccessTokens.MOST_REMEMBERED);
    }

    private Jwt decode(String token) {
        timesDecoded.incrementAndGet();
        Instant expires = NOON.plus(LIFETIME);
        if (!watch.instant().isBefore(expires)) {
            throw new BadJwtException("expired");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject(token.equals(AMINA.toString()) ? token : "till")
                .claim("client_id", "till")
                .expiresAt(expires)
                .claim("scope", "orders:read orders:place")
                .build();
    }

    private static ApiClient client(Permission... permissions) {
        return new ApiClient("till", "Till", "hash", Set.of(permissions));
    }

    /** A clock that stands still until it is set. */
    private static final class Watch extends Clock {

        private Instant now = NOON;

        void set(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
