package io.agizo.issuer;

import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.identity.Caller;
import io.agizo.shared.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The programs that a person lets act for them, for that person to see and to take back. */
@Component
public class AllowedPrograms {

    private final ConsentStore consents;
    private final EndGrants grants;
    private final AuditTrail audit;
    private final Clock clock;

    AllowedPrograms(ConsentStore consents, EndGrants grants, AuditTrail audit, Clock clock) {
        this.consents = consents;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param scopes what they agreed to, in the order of the alphabet
     * @param until when it has to have the person sign in anew; null if it has to already
     */
    public record AllowedProgram(
            String clientId,
            String name,
            List<String> scopes,
            Instant since,
            @Nullable Instant until) {}

    public List<AllowedProgram> list(Caller person) {
        return consents.allowed(account(person), clock.instant());
    }

    /** Ends at once what the program was let do; should it ask again, so is the person. */
    @Transactional
    public void takeBack(Caller person, String clientId) {
        boolean known =
                list(person).stream().anyMatch(program -> program.clientId().equals(clientId));
        if (!known) {
            throw new NotFound("No such program acts for you.");
        }
        consents.remove(account(person), clientId);
        grants.ofPersonAtClient(account(person), clientId);
        audit.record(AuditEvent.CONSENT_WITHDRAWN, AuditParty.of(person), AuditParty.client(clientId), Map.of());
    }

    /**
     * Takes back what the program asked for once more and the person left out this time; what they do not decide on stays.
     * Tokens that still hold it end too, so that a no is one at once.
     */
    @Transactional
    void takeBack(UUID person, String clientId, Set<String> leftOut) {
        if (consents.takeBack(person, clientId, leftOut)) {
            grants.ofPersonAtClient(person, clientId);
            audit.record(
                    AuditEvent.CONSENT_WITHDRAWN,
                    AuditParty.account(person),
                    AuditParty.client(clientId),
                    Map.of("scopes", leftOut.stream().sorted().toList()));
        }
    }

    private static UUID account(Caller person) {
        return UUID.fromString(person.id());
    }
}
