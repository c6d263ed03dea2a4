package io.agizo.signin;

import io.agizo.accounts.AccountId;
import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.identity.Caller;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The passkeys of the caller; a new one is named when Spring Security registers it. */
@Component
public class Passkeys {

    /** What the field of the page takes. */
    private static final int LONGEST_LABEL = 60;

    private final PasskeyStore store;
    private final AuditTrail trail;
    private final TellOfChange tellOfChange;
    private final PresentProof present;
    private final TransactionOperations transactions;

    Passkeys(
            PasskeyStore store,
            AuditTrail trail,
            TellOfChange tellOfChange,
            PresentProof present,
            TransactionOperations transactions) {
        this.store = store;
        this.trail = trail;
        this.tellOfChange = tellOfChange;
        this.present = present;
        this.transactions = transactions;
    }

    public record Passkey(String id, String label, Instant addedAt, Instant lastUsedAt) {

        private static Passkey of(CredentialRecord key) {
            return new Passkey(
                    key.getCredentialId().toBase64UrlString(), key.getLabel(), key.getCreated(), key.getLastUsed());
        }
    }

    @Transactional
    public List<Passkey> list(Caller caller) {
        PublicKeyCredentialUserEntity person = store.findByUsername(caller.id());
        return person == null
                ? List.of()
                : store.keys().findByUserId(person.getId()).stream()
                        .map(Passkey::of)
                        .sorted(Comparator.comparing(Passkey::addedAt))
                        .toList();
    }

    /** Gives one of them another name, on one line of at most {@value #LONGEST_LABEL} characters. */
    @Transactional
    public void rename(Caller caller, String id, String label) {
        String tidy = PlainText.tidy(label);
        if (tidy == null || tidy.isBlank() || tidy.length() > LONGEST_LABEL || !tidy.matches(PlainText.LINE)) {
            throw new InvalidInput("/label", "must be one line of at most " + LONGEST_LABEL + " characters");
        }
        store.keys()
                .save(ImmutableCredentialRecord.fromCredentialRecord(own(caller, id))
                        .label(tidy)
                        .build());
    }

    /** For who shows the {@link PresentProof}. */
    public void remove(Caller caller, String id, String shown, HttpServletRequest request) {
        present.mustShow(caller, shown, request);
        transactions.executeWithoutResult(together -> {
            store.keys().delete(own(caller, id).getCredentialId());
            trail.record(AuditEvent.FACTOR_REMOVED, AuditParty.of(caller), null, Map.of("factor", "passkey"));
            tellOfChange.tell(AccountId.of(caller), TellOfChange.Change.PASSKEY_REMOVED);
        });
    }

    /** Refuses one that is not the caller's own as if there were none. */
    private CredentialRecord own(Caller caller, String id) {
        PublicKeyCredentialUserEntity person = store.findByUsername(caller.id());
        List<CredentialRecord> keys = person == null ? List.of() : store.keys().findByUserId(person.getId());
        return keys.stream()
                .filter(key -> key.getCredentialId().toBase64UrlString().equals(id))
                .findAny()
                .orElseThrow(() -> new NotFound("You have no such passkey."));
    }
}
