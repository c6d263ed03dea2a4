package io.agizo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agizo.TestDatabase;
import io.agizo.Together;
import io.agizo.identity.Caller;
import io.agizo.identity.People;
import io.agizo.identity.Permission;
import io.agizo.shared.Conflict;
import io.agizo.shared.Ids;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
import io.agizo.staff.AccountFixtures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LinkedPeopleModuleTests {

    private static final ForeignIdentity AMINA = new ForeignIdentity("https://issuer.example.test", "amina");

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient sql = JdbcClient.create(database);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    private final AccountStore accounts = new AccountStore(sql);
    private final People callers = AccountFixtures.people(sql);
    private final LinkedPeople people = LinkedPeopleFixture.on(sql, Clock.systemUTC());

    @Test
    void signInsAtOnceMakeOneAccount() {
        List<AccountId> found = Together.run(6, this::signIn);

        assertThat(found).allMatch(found.getFirst()::equals);
        assertThat(signIn()).isEqualTo(found.getFirst());
    }

    @Test
    void theSameSubjectAtAnotherIssuerIsSomebodyElse() {
        AccountId other = people.signIn(new ForeignIdentity("https://other.example.test", "amina"), "Amina", "en");

        assertThat(signIn()).isNotEqualTo(other);
    }

    @Test
    void whoAsksForItKeepsTheAccountTheyHave() {
        Caller person = member("+254711000001");

        assertThat(people.link(AMINA, person)).isEqualTo(AccountId.of(person));
        assertThat(signIn()).isEqualTo(AccountId.of(person));
        assertThat(people.link(AMINA, person)).isEqualTo(AccountId.of(person));
    }

    @Test
    void nobodyTakesOverAnIdentityThatIsAnothers() {
        people.link(AMINA, member("+254711000001"));
        Caller thief = member("+254711000002");

        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> people.link(AMINA, thief));
    }

    @Test
    void unlinkingForgetsWhatTheIssuerGave() {
        Caller person = member("+254711000001");
        people.link(AMINA, person);
        people.grant(AMINA, Set.of(Permission.ORDERS_READ), Instant.now());

        unlink(person, AMINA, true);

        assertThat(people.linkedWith(person)).isEmpty();
        assertThat(permissions(AccountId.of(person))).isEmpty();
        assertThat(signIn()).isNotEqualTo(AccountId.of(person));
    }

    @Test
    void nobodyUnlinksTheirOnlyWayInNorAnothers() {
        Caller person = callers.find(signIn().value()).orElseThrow();

        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> unlink(person, AMINA, false));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> unlink(member("+254711000001"), AMINA, true));

        assertThat(signIn()).isEqualTo(AccountId.of(person));
    }

    @Test
    void ofTwoWaysInUnlinkedAtOnceOneStays() {
        Caller person = callers.find(signIn().value()).orElseThrow();
        ForeignIdentity second = new ForeignIdentity(AMINA.issuer(), "amina at work");
        people.link(second, person);
        Iterator<ForeignIdentity> each = List.of(AMINA, second).iterator();

        List<Boolean> unlinked = Together.run(2, () -> {
            ForeignIdentity mine;
            synchronized (each) {
                mine = each.next();
            }
            try {
                unlink(person, mine, false);
                return true;
            } catch (Conflict last) {
                return false;
            }
        });

        assertThat(unlinked).containsExactlyInAnyOrder(true, false);
        assertThat(people.linkedWith(person)).hasSize(1);
    }

    @Test
    void theNewestTokenSaysWhatThePersonMayDo() {
        AccountId account = signIn();
        Instant now = Instant.now();

        people.grant(AMINA, Set.of(Permission.ORDERS_READ), now.minusSeconds(20));
        assertThat(permissions(account)).containsExactly(Permission.ORDERS_READ);
        people.grant(AMINA, Set.of(), now.minusSeconds(10));
        people.grant(AMINA, Set.of(Permission.ORDERS_READ), now.minusSeconds(15));

        assertThat(permissions(account)).isEmpty();
    }

    @Test
    void whatWasSaidYesterdayNoLongerHolds() {
        AccountId account = signIn();

        people.grant(AMINA, Set.of(Permission.ORDERS_READ), Instant.now().minus(Duration.ofHours(13)));

        assertThat(permissions(account)).isEmpty();
    }

    @Test
    void theIssuerGivesASuspendedEmployeeNothing() {
        AccountId account = signIn();
        people.grant(AMINA, Set.of(Permission.ORDERS_READ), Instant.now());
        sql.sql("""
                        insert into employee (id, account_id, permissions, state, version, created_at)
                        values (?, ?, '{stock:write}', 'active', 1, now())
                        """).param(Ids.next()).param(account.value()).update();
        assertThat(permissions(account)).containsExactlyInAnyOrder(Permission.ORDERS_READ, Permission.STOCK_WRITE);

        sql.sql("update employee set state = 'suspended'").update();

        assertThat(permissions(account)).isEmpty();
    }

    private void unlink(Caller person, ForeignIdentity identity, boolean spare) {
        transactions.executeWithoutResult(transaction -> people.unlink(person, identity, spare));
    }

    private AccountId signIn() {
        return transactions.execute(transaction -> people.signIn(AMINA, "Amina", "en"));
    }

    private Caller member(String phone) {
        Account account = new Account(
                new AccountId(Ids.next()), "Amina", new PhoneNumber(phone), true, null, "en", null, Instant.now(), 1);
        accounts.insert(account);
        return callers.find(account.id().value()).orElseThrow();
    }

    private Set<Permission> permissions(AccountId account) {
        return callers.find(account.value()).orElseThrow().permissions();
    }
}
