package io.agizo.signin;

import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.identity.Caller;
import io.agizo.identity.SignedIn;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes into the audit trail who came in, who left, at whose account somebody failed, and who was told to wait. */
@Component
class SignInRecord implements LogoutHandler {

    /** Shown from the start, so that the first failure is seen as one more than none. */
    private static final List<String> WAYS = List.of("password", "texted-code", "passkey", "authenticator");

    private final AuditTrail trail;
    private final MeterProvider<Counter> failures;

    SignInRecord(AuditTrail trail, MeterRegistry registry) {
        this.trail = trail;
        this.failures = Counter.builder("agizo.sign.ins.failed")
                .description("Sign-ins that failed, by the way that was tried")
                .withRegistry(registry);
        WAYS.forEach(way -> failures.withTag("way", way));
    }

    @Transactional
    public void signedIn(Authentication person) {
        List<String> ways = person.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(GrantedAuthority::getAuthority)
                .toList();
        AuditParty account = AuditParty.account(UUID.fromString(person.getName()));
        trail.record(AuditEvent.SIGNED_IN, account, null, Map.of("ways", ways));
    }

    /** Counted rather than written each time, for anyone can bring it about as often as they like. */
    void failed(@Nullable UUID account, String way) {
        AuditParty subject = account == null ? null : AuditParty.account(account);
        trail.note(AuditEvent.SIGN_IN_FAILED, AuditParty.nobody(), subject, Map.of("way", way));
        failures.withTag("way", way).increment();
    }

    /** Counted as well: who keeps on trying is told to wait each time. */
    void slowed(Allowance allowance) {
        String limit = allowance.name().toLowerCase(Locale.ROOT).replace('_', '-');
        trail.note(AuditEvent.LIMIT_MET, AuditParty.nobody(), null, Map.of("limit", limit));
    }

    @Override
    @Transactional
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person) {
        Caller caller = SignedIn.callerOf(request);
        if (!caller.equals(Caller.anyone())) {
            trail.record(AuditEvent.SIGNED_OUT, AuditParty.of(caller));
        }
    }
}
