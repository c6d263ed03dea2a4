package io.agizo.issuer;

import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.identity.People;
import io.agizo.identity.Permission;
import io.agizo.identity.SecretHash;
import io.agizo.issuer.GrantStore.Kept;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps what people let clients do. A program's own token says all there is to say and is not kept: a row for each would
 * be written and cleaned away for nobody. Who presents a code or a refresh token a second time ends the whole grant,
 * since one of the two who had it is a thief.
 */
@Component
class Grants implements OAuth2AuthorizationService {

    /** After a month the person signs in anew, however often the client was there in between. */
    static final Duration LIFETIME = Duration.ofDays(30);

    /** Long enough to read the page that asks for consent. */
    private static final Duration CONSENT_WAITS = Duration.ofMinutes(10);

    private static final String PRESENTED = "refresh_hash";
    private static final Logger log = LoggerFactory.getLogger(Grants.class);

    private final GrantStore store;
    private final RegisteredClientRepository clients;
    private final IssuedTokens issued;
    private final People people;
    private final AuditTrail trail;
    private final Clock clock;

    Grants(
            GrantStore store,
            RegisteredClientRepository clients,
            IssuedTokens issued,
            People people,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.clients = clients;
        this.issued = issued;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (!AuthorizationGrantType.AUTHORIZATION_CODE.equals(authorization.getAuthorizationGrantType())) {
            return;
        }
        Instant now = clock.instant();
        OAuth2Authorization.Token<OAuth2AuthorizationCode> code = authorization.getToken(OAuth2AuthorizationCode.class);
        String consent = authorization.getAttribute(OAuth2ParameterNames.STATE);
        String presented = authorization.getAttribute(PRESENTED);
        if (presented != null) {
            rotate(authorization, presented);
        } else if (consent != null) {
            store.awaitConsent(GrantForm.read(authorization, now, now.plus(CONSENT_WAITS)), SecretHash.of(consent));
        } else if (code != null && !code.isInvalidated()) {
            Instant expires = Objects.requireNonNull(code.getToken().getExpiresAt());
            store.awaitCode(
                    GrantForm.read(authorization, now, expires),
                    SecretHash.of(code.getToken().getTokenValue()));
        } else if (code != null && authorization.getAccessToken() != null) {
            exchange(authorization, authorization.getAccessToken().getToken(), now);
        } else {
            remove(authorization);
        }
    }

    private void exchange(OAuth2Authorization authorization, OAuth2AccessToken access, Instant now) {
        OAuth2Authorization.Token<OAuth2RefreshToken> refresh = authorization.getRefreshToken();
        Grant grant = GrantForm.read(authorization, now, Objects.requireNonNull(access.getExpiresAt()));
        boolean first = refresh == null ? store.useCode(grant, null, null) : startFamily(grant, refresh.getToken());
        if (!first) {
            refuseSecondUse(grant);
        }
    }

    private boolean startFamily(Grant grant, OAuth2RefreshToken refresh) {
        RefreshTokens.Parts parts = parts(refresh);
        return store.useCode(grant.until(grant.startedAt().plus(LIFETIME)), parts.familyHash(), parts.secretHash());
    }

    private void rotate(OAuth2Authorization authorization, String presented) {
        OAuth2Authorization.Token<OAuth2RefreshToken> next = Objects.requireNonNull(authorization.getRefreshToken());
        UUID id = UUID.fromString(authorization.getId());
        if (!store.rotate(id, presented, parts(next.getToken()).secretHash())) {
            store.find(id).ifPresent(kept -> refuseSecondUse(kept.grant()));
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    private static RefreshTokens.Parts parts(OAuth2RefreshToken token) {
        return RefreshTokens.Parts.of(token.getTokenValue()).orElseThrow();
    }

    private void refuseSecondUse(Grant grant) {
        endAfterSecondUse(grant);
        throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }

    private void endAfterSecondUse(Grant grant) {
        log.warn("Ended grant {} of client {}: a secret of it was used twice", grant.id(), grant.clientId());
        store.end(grant.id());
        trail.note(
                AuditEvent.GRANT_ENDED,
                AuditParty.client(grant.clientId()),
                AuditParty.account(grant.account()),
                Map.of("reason", "used-twice"));
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        store.end(UUID.fromString(authorization.getId()));
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return store.find(UUID.fromString(id))
                .flatMap(kept -> shown(kept, (form, grant) -> {}))
                .orElse(null);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        Optional<OAuth2Authorization> found = switch (type == null ? "" : type.getValue()) {
            case OAuth2ParameterNames.STATE -> byConsent(token);
            case OAuth2ParameterNames.CODE -> byCode(token);
            case OAuth2ParameterNames.REFRESH_TOKEN ->
                RefreshTokens.Parts.of(token).flatMap(parts -> byRefreshToken(token, parts));
            case OAuth2ParameterNames.ACCESS_TOKEN -> byAccessToken(token);
            case OidcParameterNames.ID_TOKEN -> byIdToken(token);
            default -> Optional.empty();
        };
        return found.orElse(null);
    }

    private Optional<OAuth2Authorization> byConsent(String secret) {
        return store.byConsent(SecretHash.of(secret))
                .filter(kept -> kept.grant().expiresAt().isAfter(clock.instant()))
                .filter(this::comesBackToTheClient)
                .flatMap(kept -> shown(kept, (form, grant) -> {}));
    }

    /** Whether the address that the person is sent back to is still one of the client's: it may have been taken from it meanwhile. */
    private boolean comesBackToTheClient(Kept kept) {
        String address = kept.grant().asked().redirectUri();
        RegisteredClient client = clients.findById(kept.grant().clientId());
        return client != null && (address == null || client.getRedirectUris().contains(address));
    }

    private Optional<OAuth2Authorization> byCode(String code) {
        Kept kept = store.byCode(SecretHash.of(code)).orElse(null);
        if (kept == null) {
            return Optional.empty();
        }
        if (kept.codeUsed()) {
            endAfterSecondUse(kept.grant());
            return Optional.empty();
        }
        if (!comesBackToTheClient(kept)) {
            return Optional.empty();
        }
        return shown(
                kept,
                (form, grant) -> form.token(new OAuth2AuthorizationCode(code, grant.startedAt(), grant.expiresAt())));
    }

    private Optional<OAuth2Authorization> byRefreshToken(String token, RefreshTokens.Parts parts) {
        Kept kept = store.byFamily(parts.familyHash()).orElse(null);
        if (kept == null) {
            return Optional.empty();
        }
        if (!parts.secretHash().equals(kept.refreshHash())) {
            endAfterSecondUse(kept.grant());
            return Optional.empty();
        }
        return mayGoOn(kept.grant())
                ? shown(
                        kept,
                        (form, grant) -> form.attribute(PRESENTED, parts.secretHash())
                                .token(subjectOf(grant))
                                .refreshToken(new OAuth2RefreshToken(token, grant.startedAt(), grant.expiresAt())))
                : Optional.empty();
    }

    /** Whether the person is still there and, where permissions were granted, still holds one of them. */
    private boolean mayGoOn(Grant grant) {
        Set<Permission> granted = Permission.ofScopes(grant.scopes());
        return people.find(grant.account())
                .filter(person -> granted.isEmpty() || granted.stream().anyMatch(person::may))
                .isPresent();
    }

    private Optional<OAuth2Authorization> byAccessToken(String token) {
        return issued.access(token)
                .flatMap(access -> RunningGrants.of(access)
                        .flatMap(store::find)
                        .flatMap(kept -> shown(
                                kept,
                                (form, grant) -> form.token(subjectOf(grant)).token(IssuedTokens.bearer(access)))));
    }

    /** Told from the token alone, for a person can sign out of a grant that has ended. */
    private Optional<OAuth2Authorization> byIdToken(String token) {
        return issued.id(token).map(id -> {
            RegisteredClient client = clients.findByClientId(IssuedTokens.audienceOf(id));
            return client == null ? null : GrantForm.signedIn(id, client);
        });
    }

    /** Spring asks an earlier ID token for what does not change; here that is the person alone. */
    private static OidcIdToken subjectOf(Grant grant) {
        return OidcIdToken.withTokenValue(grant.id().toString())
                .subject(grant.account().toString())
                .build();
    }

    private Optional<OAuth2Authorization> shown(Kept kept, BiConsumer<OAuth2Authorization.Builder, Grant> tokens) {
        return Optional.ofNullable(clients.findById(kept.grant().clientId())).map(client -> {
            OAuth2Authorization.Builder form = GrantForm.show(kept.grant(), client);
            tokens.accept(form, kept.grant());
            return form.build();
        });
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void removeExpired() {
        store.removeExpired(clock.instant());
    }
}
