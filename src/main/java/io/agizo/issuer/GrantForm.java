package io.agizo.issuer;

import io.agizo.identity.Proof;
import io.agizo.issuer.Grant.Asked;
import java.security.Principal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** The two forms of a grant: the shop's own, and the one that Spring Authorization Server works with. */
final class GrantForm {

    /** Where the time of the person's sign-in travels with an authorization. */
    static final String SIGNED_IN_AT = "signed_in_at";

    private static final String STARTED_AT = "started_at";
    private static final String AUTHORIZE = "/oauth2/authorize";

    private GrantForm() {}

    /** The authorization of a grant, with no more scopes than the client may have today. */
    static OAuth2Authorization.Builder show(Grant grant, RegisteredClient client) {
        Set<String> scopes = new HashSet<>(grant.scopes());
        scopes.retainAll(client.getScopes());
        String account = grant.account().toString();
        return OAuth2Authorization.withRegisteredClient(client)
                .id(grant.id().toString())
                .principalName(account)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(scopes)
                .attribute(SIGNED_IN_AT, grant.signedInAt())
                .attribute(STARTED_AT, grant.startedAt())
                .attribute(Principal.class.getName(), person(account))
                .attribute(OAuth2AuthorizationRequest.class.getName(), request(grant, scopes));
    }

    /** What signing out needs to know: whose ID token of which client was presented. */
    static OAuth2Authorization signedIn(Jwt id, RegisteredClient client) {
        String account = Objects.requireNonNull(id.getSubject(), "the issuer names a subject");
        return OAuth2Authorization.withRegisteredClient(client)
                .principalName(account)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .attribute(Principal.class.getName(), person(account))
                .token(new OidcIdToken(id.getTokenValue(), id.getIssuedAt(), id.getExpiresAt(), id.getClaims()))
                .build();
    }

    private static Authentication person(String account) {
        return UsernamePasswordAuthenticationToken.authenticated(account, null, List.of());
    }

    private static OAuth2AuthorizationRequest request(Grant grant, Set<String> scopes) {
        Map<String, Object> more = new HashMap<>();
        more.put(PkceParameterNames.CODE_CHALLENGE, grant.asked().codeChallenge());
        more.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
        if (grant.asked().nonce() != null) {
            more.put(OidcParameterNames.NONCE, grant.asked().nonce());
        }
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(AUTHORIZE)
                .clientId(grant.clientId())
                .redirectUri(grant.asked().redirectUri())
                .scopes(scopes)
                .state(grant.asked().state())
                .additionalParameters(more)
                .build();
    }

    /** The grant of an authorization; without a scope granted yet, those that are asked for. */
    static Grant read(OAuth2Authorization authorization, Instant now, Instant expiresAt) {
        OAuth2AuthorizationRequest request = Objects.requireNonNull(
                authorization.<OAuth2AuthorizationRequest>getAttribute(OAuth2AuthorizationRequest.class.getName()));
        Map<String, Object> more = request.getAdditionalParameters();
        Set<String> granted = authorization.getAuthorizedScopes();
        return new Grant(
                UUID.fromString(authorization.getId()),
                authorization.getRegisteredClientId(),
                UUID.fromString(authorization.getPrincipalName()),
                granted.isEmpty() ? request.getScopes() : granted,
                new Asked(
                        request.getRedirectUri(),
                        request.getState(),
                        (String) more.get(OidcParameterNames.NONCE),
                        (String) Objects.requireNonNull(more.get(PkceParameterNames.CODE_CHALLENGE))),
                Objects.requireNonNullElseGet(authorization.getAttribute(SIGNED_IN_AT), () -> signIn(authorization)),
                Objects.requireNonNullElse(authorization.getAttribute(STARTED_AT), now),
                expiresAt);
    }

    /** What was never proved here counts as proved long ago. */
    private static Instant signIn(OAuth2Authorization authorization) {
        @Nullable Authentication person = authorization.getAttribute(Principal.class.getName());
        return person == null ? Instant.EPOCH : Proof.of(person).orElse(Instant.EPOCH);
    }
}
