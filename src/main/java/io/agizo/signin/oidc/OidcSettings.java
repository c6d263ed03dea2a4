package io.agizo.signin.oidc;

import io.agizo.identity.Permission;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The issuer that people sign in at, where it is not the embedded one.
 *
 * @param issuer Its address, from which the rest is discovered. Without it people sign in at the shop itself.
 * @param clientId What the shop is called there.
 * @param clientSecret What the shop proves itself with there; best given by an environment variable.
 * @param audience What access tokens for the API name as their audience; the public address and /api/v1 unless set.
 * @param permissionsClaim The claim that carries permissions, with dots between the names of nested ones, such as
 *     realm_access.roles. Without it permissions are given in the shop only.
 * @param permissions Which permissions each value of that claim stands for, such as orders:read. What is not named here gives
 *     none, and none of them makes an owner.
 */
@ConfigurationProperties("agizo.oidc")
record OidcSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String audience,
        @Nullable String permissionsClaim,
        @DefaultValue Map<String, Set<String>> permissions) {

    OidcSettings {
        if (issuer != null && (clientId == null || clientSecret == null)) {
            throw new IllegalArgumentException(
                    "agizo.oidc.issuer needs agizo.oidc.client-id and client-secret beside it");
        }
        if (audience != null && audience.equals(clientId)) {
            throw new IllegalArgumentException(
                    "agizo.oidc.audience must not be the client-id, or ID tokens would open the API");
        }
        permissions.values().forEach(OidcSettings::permissionsOf);
    }

    boolean isOther() {
        return issuer != null;
    }

    /** What the claims give, or nothing at all if the claim is not among them. */
    @Nullable Set<Permission> granted(Map<String, Object> claims) {
        Object value = permissionsClaim == null ? null : at(claims, permissionsClaim);
        if (value == null) {
            return null;
        }
        Set<Permission> granted = new LinkedHashSet<>();
        for (Object name : value instanceof List<?> names ? names : List.of(value)) {
            granted.addAll(permissionsOf(permissions.getOrDefault(name.toString(), Set.of())));
        }
        return granted;
    }

    private static @Nullable Object at(Map<String, Object> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        Object found = new LinkedHashMap<>(claims);
        for (String name : path.split("\\.", -1)) {
            found = found instanceof Map<?, ?> nested ? nested.get(name) : null;
        }
        return found;
    }

    private static Set<Permission> permissionsOf(Set<String> scopes) {
        Set<Permission> permissions = new LinkedHashSet<>();
        for (String scope : scopes) {
            permissions.add(Permission.ofScope(scope)
                    .orElseThrow(() ->
                            new IllegalArgumentException("agizo.oidc.permissions names " + scope + ", which is none")));
        }
        return permissions;
    }
}
