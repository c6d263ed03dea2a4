package io.agizo.issuer;

import io.agizo.issuer.Profiles.Profile;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.stereotype.Component;

/** Answers a client that asks who the person is, with what the person agreed to and as it is at this moment. */
@Component
class UserInfo implements Function<OidcUserInfoAuthenticationContext, OidcUserInfo> {

    private final Profiles profiles;

    UserInfo(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public OidcUserInfo apply(OidcUserInfoAuthenticationContext asked) {
        String account = asked.getAuthorization().getPrincipalName();
        Profile profile = profiles.find(UUID.fromString(account))
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN));
        Set<String> scopes = new HashSet<>(asked.getAccessToken().getScopes());
        scopes.retainAll(asked.getAuthorization().getAuthorizedScopes());
        return told(account, profile, scopes);
    }

    private static OidcUserInfo told(String account, Profile profile, Set<String> scopes) {
        OidcUserInfo.Builder info = OidcUserInfo.builder().subject(account);
        if (scopes.contains(OidcScopes.PROFILE)) {
            info.name(profile.name()).locale(profile.locale());
        }
        if (scopes.contains(OidcScopes.PHONE) && profile.phone() != null) {
            info.phoneNumber(profile.phone()).phoneNumberVerified(true);
        }
        if (scopes.contains(OidcScopes.EMAIL) && profile.email() != null) {
            info.email(profile.email()).emailVerified(true);
        }
        return info.build();
    }
}
