package io.agizo.issuer;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * Consents as they are when a person has just decided: nothing counts but what they say now, so that whoever says no gives
 * nothing, not even what they allowed before, and takes that back.
 */
final class DecidedConsents implements OAuth2AuthorizationConsentService {

    private final Consents consents;
    private final AllowedPrograms allowed;

    DecidedConsents(Consents consents, AllowedPrograms allowed) {
        this.consents = consents;
        this.allowed = allowed;
    }

    /** Makes the check of what a person decided, which takes back first what they left out. */
    OAuth2AuthorizationConsentAuthenticationProvider check(
            RegisteredClientRepository clients, OAuth2AuthorizationService grants) {
        var check = new OAuth2AuthorizationConsentAuthenticationProvider(clients, grants, this);
        check.setAuthorizationConsentCustomizer(this::takeBackWhatIsLeftOut);
        return check;
    }

    private void takeBackWhatIsLeftOut(OAuth2AuthorizationConsentAuthenticationContext decision) {
        OAuth2AuthorizationConsentAuthenticationToken decided = decision.getAuthentication();
        Set<String> leftOut = new HashSet<>(
                Objects.requireNonNull(decision.getAuthorizationRequest()).getScopes());
        leftOut.removeAll(decided.getScopes());
        leftOut.remove(OidcScopes.OPENID);
        allowed.takeBack(
                UUID.fromString(
                        Objects.requireNonNull(decision.getAuthorization()).getPrincipalName()),
                decision.getRegisteredClient().getId(),
                leftOut);
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
