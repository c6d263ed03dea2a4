package io.agizo.issuer;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;

/**
 * Consents as they are when a person has just decided: nothing counts but what they say now, so that whoever says no gives
 * nothing, not even what they allowed before.
 */
final class DecidedConsents implements OAuth2AuthorizationConsentService {

    private final Consents consents;

    DecidedConsents(Consents consents) {
        this.consents = consents;
    }

    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        consents.save(consent);
    }

    @Override
    public void remove(OAuth2AuthorizationConsent consent) {
        consents.remove(consent);
    }

    @Override
    public @Nullable OAuth2AuthorizationConsent findById(String clientId, String account) {
        return null;
    }
}
