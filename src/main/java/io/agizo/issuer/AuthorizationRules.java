package io.agizo.issuer;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/** What a client may say when it sends a person here to sign in (OpenID Connect Core, 3.1.2.1), beyond what Spring looks at. */
final class AuthorizationRules {

    static final String PROMPT = "prompt";
    static final String NONE = "none";
    static final String LOGIN = "login";
    static final String CONSENT = "consent";
    static final String SELECT_ACCOUNT = "select_account";
    static final Set<String> PROMPTS = Set.of(NONE, LOGIN, CONSENT, SELECT_ACCOUNT);

    static final String RESPONSE_MODE = "query";

    private AuthorizationRules() {}

    static Set<String> prompts(@Nullable Object sent) {
        return Arrays.stream(Objects.toString(sent, "").split(" "))
                .filter(prompt -> !prompt.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Refuses what would otherwise be passed over, though the client counts on it. */
    static void check(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
        Map<String, Object> more = asked.getAdditionalParameters();
        if (more.containsKey("request")) {
            throw refusal("request_not_supported", asked);
        }
        if (!PROMPTS.containsAll(prompts(more.get(PROMPT)))
                || !RESPONSE_MODE.equals(more.getOrDefault("response_mode", RESPONSE_MODE))) {
            throw refusal(OAuth2ErrorCodes.INVALID_REQUEST, asked);
        }
    }

    /** Whether the person has to be asked: for what they did not agree to yet, and where the client wants it once more. */
    static boolean mustAsk(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        if (!context.getRegisteredClient().getClientSettings().isRequireAuthorizationConsent()) {
            return false;
        }
        OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
        if (prompts(asked.getAdditionalParameters().get(PROMPT)).contains(CONSENT)) {
            return true;
        }
        OAuth2AuthorizationConsent given = context.getAuthorizationConsent();
        return !asked.getScopes().equals(Set.of(OidcScopes.OPENID))
                && (given == null || !given.getScopes().containsAll(asked.getScopes()));
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationException refusal(
            String code, OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
        return new OAuth2AuthorizationCodeRequestAuthenticationException(new OAuth2Error(code), asked);
    }
}
