package io.agizo.issuer;

import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;

/** Shows what people have agreed to to Spring Authorization Server. */
@Component
class Consents implements OAuth2AuthorizationConsentService {

    private final ConsentStore store;
    private final AuditTrail audit;

    Consents(ConsentStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        UUID account = account(consent.getPrincipalName());
        store.add(account, consent.getRegisteredClientId(), consent.getScopes());
        audit.note(
                AuditEvent.CONSENT_GIVEN,
                AuditParty.account(account),
                AuditParty.client(consent.getRegisteredClientId()),
                Map.of("scopes", consent.getScopes().stream().sorted().toList()));
    }

    @Override
    public void remove(OAuth2AuthorizationConsent consent) {
        store.remove(account(consent.getPrincipalName()), consent.getRegisteredClientId());
    }

    @Override
    public @Nullable OAuth2AuthorizationConsent findById(String clientId, String account) {
        Set<String> scopes = store.find(account(account), clientId);
        if (scopes.isEmpty()) {
            return null;
        }
        OAuth2AuthorizationConsent.Builder consent = OAuth2AuthorizationConsent.withId(clientId, account);
        scopes.forEach(consent::scope);
        return consent.build();
    }

    private static UUID account(String name) {
        return UUID.fromString(name);
    }
}
