package io.agizo.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agizo.Callers;
import io.agizo.TestDatabase;
import io.agizo.Together;
import io.agizo.audit.AuditFixtures;
import io.agizo.clients.ApiClients.WithSecret;
import io.agizo.identity.Agent;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.identity.SecretHash;
import io.agizo.issuer.GrantFixtures;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Stale;
import jakarta.validation.Validation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class ApiClientsModuleTests {

    private static final String CALLBACK = "https://app.example.test/callback";

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient sql = JdbcClient.create(database);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    private final ApiClientStore store = new ApiClientStore(sql, clock);
    private final KnownClients known = new KnownClients(store, clock);
    private final ApiClients clients = new ApiClients(
            store,
            known,
            GrantFixtures.ending(sql),
            AuditFixtures.trail(sql, new JsonMapper(), clock),
            Validation.buildDefaultValidatorFactory().getValidator(),
            clock);
    private final Caller shopkeeper = Callers.shopkeeper();

    @Test
    void keepNoSecretInClear() {
        WithSecret made = make(program("orders:read"));

        assertThat(row(made.client().id())).doesNotContain(made.secret());
        assertThat(made.toString()).doesNotContain(made.secret());
    }

    @Test
    void keepOneSecretBesideTheNewOne() {
        WithSecret first = make(program());
        WithSecret second = rotate(first, Duration.ofHours(1));
        assertThat(isGood(first)).isTrue();

        WithSecret third = rotate(first, Duration.ofHours(1));

        assertThat(isGood(first)).isFalse();
        assertThat(isGood(second)).isTrue();
        assertThat(isGood(third)).isTrue();
    }

    @Test
    void areForThemselvesUnlessPeopleComeBackToThem() {
        assertThat(make(program()).client().grantTypes()).containsExactly("client_credentials");

        ApiClientView app = make(app(CALLBACK, CALLBACK)).client();

        assertThat(app.grantTypes()).containsExactly("authorization_code");
        assertThat(app.redirectUris()).containsExactly(CALLBACK);
        assertThat(get(app.id())).isEqualTo(app);
    }

    @Test
    void takeNoMoreAddressesThanTheyCanNeed() {
        String[] many = new String[ApiClientDetails.MOST_ADDRESSES + 1];
        for (int i = 0; i < many.length; i++) {
            many[i] = CALLBACK + i;
        }

        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> make(app(many)));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> make(app(CALLBACK + "/" + "a".repeat(500))));
    }

    @Test
    void endWhatPeopleAllowedWithTheLastAddress() {
        String id = make(app(CALLBACK, CALLBACK + "/old")).client().id();
        UUID amina = UUID.randomUUID();
        sql.sql("insert into account (id, name, locale, version, created_at) values (?, 'Amina', 'en', 1, now())")
                .param(amina)
                .update();
        sql.sql("insert into oauth_consent (account_id, client_id, scopes, given_at) values (?, ?, '{profile}', now())")
                .params(amina, id)
                .update();

        change(id, present -> app(CALLBACK));
        assertThat(consents()).isEqualTo(1);
        change(id, present -> program());

        assertThat(consents()).isZero();
    }

    @Test
    void changeForOneOfTwoWhoReadTheSameVersion() {
        String id = make(program()).client().id();

        List<Boolean> changed = Together.run(2, () -> {
            try {
                in(() -> clients.change(shopkeeper, id, 1, present -> program("orders:read")));
                return true;
            } catch (Stale late) {
                return false;
            }
        });

        assertThat(changed).containsExactlyInAnyOrder(true, false);
        assertThat(get(id).version()).isEqualTo(2);
    }

    @Test
    void areKnownAnewAfterEachChange() {
        String id = make(program("orders:read")).client().id();
        known.look();
        assertThat(permissions(id)).hasSize(1);

        change(id, present -> program());

        assertThat(permissions(id)).isEmpty();
    }

    @Test
    void giveNobodyWhatTheyDoNotHold() {
        Caller clerk = Callers.with(Permission.CLIENTS_MANAGE);
        String id = make(program("orders:read")).client().id();

        assertThatExceptionOfType(PermissionDenied.class)
                .isThrownBy(() -> in(() -> clients.create(clerk, program("orders:read"))));
        assertThatExceptionOfType(PermissionDenied.class)
                .isThrownBy(() -> in(() -> clients.rotate(clerk, id, null, Duration.ZERO)));

        assertThat(get(id).permissions()).containsExactly("orders:read");
    }

    @Test
    void areInTheHandsOfThoseAloneWhoHoldAllThatTheyMay() {
        Caller clerk = Callers.with(Permission.CLIENTS_MANAGE, Permission.ORDERS_READ);
        String id = make(program("employees:manage")).client().id();
        List<UnaryOperator<ApiClientDetails>> changes = List.of(
                present -> program(),
                present -> program("employees:manage", "orders:read"),
                present -> app(CALLBACK),
                present -> program("orders:read"));

        assertThat(changes)
                .allSatisfy(change -> assertThatExceptionOfType(PermissionDenied.class)
                        .isThrownBy(() -> in(() -> clients.change(clerk, id, null, change)))
                        .withMessageContaining("employees:manage"));
        assertThatExceptionOfType(PermissionDenied.class)
                .isThrownBy(() -> in(() -> {
                    clients.revoke(clerk, id, null);
                    return id;
                }));

        assertThat(get(id)).extracting(ApiClientView::version).isEqualTo(1);
        String humble = make(program("orders:read")).client().id();
        in(() -> clients.change(clerk, humble, null, present -> program()));
        assertThat(get(humble).permissions()).isEmpty();
    }

    @Test
    void changeNeitherThemselvesNorByAPersonsToken() {
        String id = make(program("clients:manage")).client().id();
        Caller program = new Caller(id, "Program", Set.of(Permission.CLIENTS_MANAGE));
        Caller person = shopkeeper.through(new Agent(id, false));

        assertThat(List.of(program, person))
                .allSatisfy(caller -> assertThatExceptionOfType(Conflict.class)
                        .isThrownBy(() -> in(() -> clients.change(caller, id, null, present -> app(CALLBACK)))));

        assertThat(get(id).redirectUris()).isEmpty();
    }

    @Test
    void areAThousandAtMost() {
        sql.sql("""
                        insert into api_client (id, name, secret_hash, scopes, created_at)
                        select 'client-' || n, 'Till', 'hash', '{}', now() from generate_series(1, 1000) n
                        """).update();

        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> make(program()));
    }

    @Test
    void areGoneOnceRevoked() {
        WithSecret made = make(program());
        String id = made.client().id();

        transactions.executeWithoutResult(transaction -> clients.revoke(shopkeeper, id, null));

        assertThat(store.find(id)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> get(id));
    }

    private static ApiClientDetails program(String... permissions) {
        return new ApiClientDetails("Till", List.of(permissions), null, null, null, null, null);
    }

    private static ApiClientDetails app(String... redirectUris) {
        return new ApiClientDetails("App", List.of(), null, null, List.of(redirectUris), null, List.of("profile"));
    }

    private WithSecret make(ApiClientDetails details) {
        return in(() -> clients.create(shopkeeper, details));
    }

    private WithSecret rotate(WithSecret client, Duration overlap) {
        return in(() -> clients.rotate(shopkeeper, client.client().id(), null, overlap));
    }

    private void change(String id, UnaryOperator<ApiClientDetails> change) {
        in(() -> clients.change(shopkeeper, id, null, change));
    }

    private ApiClientView get(String id) {
        return in(() -> clients.get(shopkeeper, id));
    }

    private <T> @Nullable T in(Supplier<T> work) {
        return transactions.execute(transaction -> work.get());
    }

    private boolean isGood(WithSecret made) {
        String hashes = store.find(made.client().id()).orElseThrow().secretHash();
        return new SecretHash().matches(made.secret(), hashes);
    }

    private List<Permission> permissions(String id) {
        return List.copyOf(known.find(id, clock.instant()).orElseThrow().permissions());
    }

    private int consents() {
        return sql.sql("select count(*)::int from oauth_consent")
                .query(Integer.class)
                .single();
    }

    private String row(String id) {
        return sql.sql("select row_to_json(api_client)::text from api_client where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
