package io.agizo.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.agizo.Callers;
import io.agizo.TestDatabase;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.shared.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

class AuditTrailModuleTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final AuditParty TILL = AuditParty.client("till");
    private static final UUID AMINA = UUID.fromString("0193a1b2-0000-7000-8000-000000000001");

    private final Watch watch = new Watch();
    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient sql = JdbcClient.create(database);
    private final AuditStore store = new AuditStore(sql, JsonMapper.builder().build());
    private final RepeatedEvents repeated = new RepeatedEvents(store, watch);
    private final AuditTrail audit = new AuditTrail(store, repeated, watch);

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @ParameterizedTest
    @EnumSource(names = {"SIGN_IN_FAILED", "TOKEN_REFUSED", "GRANT_ENDED", "LIMIT_MET", "FOREIGN_FORM", "DENIED"})
    void recordsNoRefusalWithATransactionThatTheRefusalUndoes(AuditEvent refusal) {
        assertThatThrownBy(() -> audit.record(refusal, AuditParty.nobody()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsTheLatestFirstWithAllThatWasRecorded() {
        requestFrom("203.0.113.7");
        audit.record(AuditEvent.SIGNED_IN, AuditParty.account(AMINA));
        watch.forward(Duration.ofSeconds(1));
        audit.record(
                AuditEvent.PERMISSION_GRANTED,
                AuditParty.account(AMINA),
                TILL,
                Map.of("permissions", List.of("orders:read")));

        assertThat(list(null, null))
                .extracting(AuditEntry::event, AuditEntry::actor, AuditEntry::subject, AuditEntry::detail)
                .containsExactly(
                        tuple(
                                "permission-granted",
                                AuditParty.account(AMINA),
                                TILL,
                                Map.of("permissions", List.of("orders:read"))),
                        tuple("signed-in", AuditParty.account(AMINA), null, Map.of()));
        assertThat(list(AuditEvent.SIGNED_IN, AMINA.toString()))
                .singleElement()
                .extracting(AuditEntry::address)
                .isEqualTo("203.0.113.7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from audit_event",
                "truncate audit_event",
                "update audit_event set actor_id = 'another'",
                "update audit_event set address = '198.51.100.1'",
                "update audit_event set address = null, times = 2",
                "update audit_event set detail = '{\"a\":1}'"
            })
    void theDatabaseRefusesToRewriteIt(String statement) {
        requestFrom("203.0.113.7");
        audit.record(AuditEvent.SIGNED_IN, TILL);

        assertThatThrownBy(() -> sql.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("append-only");
        assertThat(list(null, null)).hasSize(1);
    }

    @Test
    void forgetsAddressesAfterNinetyDaysAndNothingElse() {
        requestFrom("203.0.113.7");
        audit.record(AuditEvent.SIGNED_IN, TILL);
        watch.forward(Duration.ofDays(90).plusSeconds(1));
        audit.record(AuditEvent.SIGNED_OUT, TILL);

        audit.forgetOldAddresses();

        assertThat(list(null, null)).extracting(AuditEntry::address).containsExactly("203.0.113.7", null);
    }

    @Test
    void forgetsTheAddressesOfSomebodyWhoIsErased() {
        requestFrom("203.0.113.7");
        audit.record(AuditEvent.SIGNED_IN, AuditParty.account(AMINA));
        audit.record(AuditEvent.SIGNED_IN, TILL);

        audit.forgetAddresses(AMINA);

        assertThat(list(null, AMINA.toString())).extracting(AuditEntry::address).containsOnlyNulls();
        assertThat(list(null, "till")).extracting(AuditEntry::address).containsExactly("203.0.113.7");
    }

    @Test
    void aFloodIsTwoEntriesAnHour() {
        PermissionDenied denied = new PermissionDenied(Callers.with(), Permission.ORDERS_DELETE);
        for (int i = 0; i < 1_000; i++) {
            audit.note(denied);
            repeated.write();
        }
        watch.forward(RepeatedEvents.WINDOW);
        repeated.write();
        repeated.write();

        assertThat(list(AuditEvent.DENIED, null)).extracting(AuditEntry::times).containsExactlyInAnyOrder(1, 999);
        assertThat(list(AuditEvent.DENIED, null))
                .extracting(AuditEntry::detail)
                .containsOnly(Map.of("permission", "orders:delete"));
    }

    @Test
    void anotherPermissionAndAnotherCallerAreEventsOfTheirOwn() {
        audit.note(new PermissionDenied(Callers.with(), Permission.ORDERS_DELETE));
        audit.note(new PermissionDenied(Callers.with(), Permission.ORDERS_READ));
        audit.note(new PermissionDenied(Callers.shopkeeper(), Permission.ORDERS_READ));
        repeated.write();

        assertThat(list(AuditEvent.DENIED, null)).hasSize(3);
    }

    @Test
    void aFloodUnderEverNewNamesIsCountedWithoutThem() {
        for (int i = 0; i < RepeatedEvents.MOST_COUNTED + 500; i++) {
            audit.note(AuditEvent.SIGN_IN_FAILED, AuditParty.nobody(), AuditParty.client("c" + i), Map.of());
        }
        repeated.write();

        assertThat(sql.sql("select sum(times) from audit_event")
                        .query(Long.class)
                        .single())
                .isEqualTo(RepeatedEvents.MOST_COUNTED + 500L);
        assertThat(sql.sql("select count(*) from audit_event").query(Long.class).single())
                .isEqualTo(RepeatedEvents.MOST_COUNTED + 1L);
    }

    @Test
    void whatWasCountedIsWrittenWhenTheShopCloses() {
        audit.note(AuditEvent.SIGN_IN_FAILED, AuditParty.nobody(), TILL, Map.of());
        repeated.write();
        audit.note(AuditEvent.SIGN_IN_FAILED, AuditParty.nobody(), TILL, Map.of());
        audit.note(AuditEvent.SIGN_IN_FAILED, AuditParty.nobody(), TILL, Map.of());

        repeated.writeRest();

        assertThat(list(null, null)).extracting(AuditEntry::times).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void whatCannotBeWrittenIsWrittenLater() {
        audit.note(AuditEvent.SIGN_IN_FAILED, AuditParty.nobody(), TILL, Map.of());
        sql.sql("alter table audit_event rename to away").update();
        repeated.write();
        audit.note(AuditEvent.SIGN_IN_FAILED, AuditParty.nobody(), TILL, Map.of());
        sql.sql("alter table away rename to audit_event").update();

        repeated.write();

        assertThat(list(null, null)).extracting(AuditEntry::times).containsExactly(2);
    }

    @Test
    void isShownOnlyToThoseWhoManageEmployees() {
        ReadAudit.Wanted all = new ReadAudit.Wanted(null, null, null, null);

        assertThatExceptionOfType(PermissionDenied.class)
                .isThrownBy(() -> new ReadAudit(store).list(Callers.with(Permission.CLIENTS_MANAGE), all, null, 20));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new ReadAudit.Wanted(null, "a b", null, null));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new ReadAudit.Wanted(null, null, Instant.MIN, null));
    }

    private List<AuditEntry> list(@Nullable AuditEvent event, @Nullable String actor) {
        ReadAudit.Wanted wanted = new ReadAudit.Wanted(event, actor, null, null);
        return new ReadAudit(store).list(Callers.with(Permission.EMPLOYEES_MANAGE), wanted, null, 20_000);
    }

    private static void requestFrom(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    /** A clock that stands still until it is moved. */
    private static final class Watch extends Clock {

        private Instant now = NOON;

        void forward(Duration by) {
            now = now.plus(by);
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
