package io.agizo.accounts.signin;

import io.agizo.accounts.AccountId;
import io.agizo.identity.AuditEvent;
import io.agizo.identity.AuditParty;
import io.agizo.identity.AuditTrail;
import io.agizo.identity.Caller;
import io.agizo.shared.NotFound;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys of the caller; a new one is named when Spring Security registers it. */
@Component
public class Passkeys {

    private final PasskeyStore store;
    private final AuditTrail trail;
    private final TellOfChange tellOfChange;

    Passkeys(PasskeyStore store, AuditTrail trail, TellOfChange tellOfChange) {
        this.store = store;
        this.trail = trail;
        this.tellOfChange = tellOfChange;
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

    /** Refuses one that is not the caller's own as if there were none. */
    @Transactional
    public void remove(Caller caller, String id) {
        PublicKeyCredentialUserEntity person = store.findByUsername(caller.id());
        CredentialRecord key = person == null
                ? null
                : store.keys().findByUserId(person.getId()).stream()
                        .filter(own -> own.getCredentialId().toBase64UrlString().equals(id))
                        .findAny()
                        .orElse(null);
        if (key == null) {
            throw new NotFound("You have no such passkey.");
        }
        store.keys().delete(key.getCredentialId());
        trail.record(AuditEvent.FACTOR_REMOVED, AuditParty.of(caller), null, Map.of("factor", "passkey"));
        tellOfChange.tell(AccountId.of(caller), TellOfChange.Change.PASSKEY_REMOVED);
    }
}
