package io.agizo.issuer;

import io.agizo.identity.ShopScope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/** Knows what a person lets the clients that they agreed to know about them. */
public interface Profiles {

    /** What a client can ask of any person, besides asking those who work here for permissions. */
    List<String> SCOPES = List.of(OidcScopes.PROFILE, OidcScopes.PHONE, OidcScopes.EMAIL, ShopScope.NAME);

    /**
     * A person, as standard claims of OpenID Connect say it.
     *
     * @param phone E.164, proved to be theirs
     * @param email proved to be theirs
     * @param locale BCP 47
     */
    record Profile(
            String name,
            String locale,
            @Nullable String phone,
            @Nullable String email) {}

    /** The profile of an account, or nothing if there is no such account (any more). */
    Optional<Profile> find(UUID account);
}
