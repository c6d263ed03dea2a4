package io.agizo.signin.oidc;

import io.agizo.clients.IssuerUnavailable;
import io.agizo.identity.PublicAddress;
import io.agizo.identity.WebClient;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The pages as a client. What another issuer is like is asked when it is first needed, and again until it answers, so that the
 * shop opens while that one is down.
 */
@Component
class PagesClient implements ClientRegistrationRepository {

    private static final ParameterizedTypeReference<Map<String, Object>> METADATA =
            new ParameterizedTypeReference<>() {};

    private static final Set<String> ASKED_OF_OTHERS = Set.of(OidcScopes.OPENID, OidcScopes.PROFILE);

    private final OidcSettings settings;
    private final PublicAddress address;
    private volatile @Nullable ClientRegistration known;

    PagesClient(OidcSettings settings, PublicAddress address) {
        this.settings = settings;
        this.address = address;
        this.known = settings.isOther() ? null : embedded();
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(WebClient.ID) ? registration() : null;
    }

    /** Asks with no lock held: two who ask at the same moment get the same answer. */
    ClientRegistration registration() {
        ClientRegistration found = known;
        if (found == null) {
            found = discovered();
            known = found;
        }
        return found;
    }

    private ClientRegistration embedded() {
        return ClientRegistration.withRegistrationId(WebClient.ID)
                .clientId(WebClient.ID)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(address.url() + WebClient.CALLBACK)
                .scope(OidcScopes.OPENID)
                .authorizationUri(address.url() + "/oauth2/authorize")
                .tokenUri(address.url() + "/oauth2/token")
                .jwkSetUri(address.url() + "/oauth2/jwks")
                .issuerUri(address.url())
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .build();
    }

    private ClientRegistration discovered() {
        try {
            return ClientRegistrations.fromOidcConfiguration(metadata(Objects.requireNonNull(settings.issuer())))
                    .registrationId(WebClient.ID)
                    .clientId(Objects.requireNonNull(settings.clientId()))
                    .clientSecret(Objects.requireNonNull(settings.clientSecret()))
                    .redirectUri(address.url() + WebClient.CALLBACK)
                    .scope(ASKED_OF_OTHERS)
                    .build();
        } catch (RestClientException | IllegalArgumentException | IllegalStateException unreadable) {
            throw new IssuerUnavailable(unreadable);
        }
    }

    /** OpenID Connect Discovery 1.0, sections 4 and 4.3: who answers must be who was asked. */
    private static Map<String, Object> metadata(String issuer) {
        ResponseEntity<Map<String, Object>> answer = RestClient.builder()
                .requestFactory(ToOtherIssuer.answeredWithin(ToOtherIssuer.PATIENCE))
                .build()
                .get()
                .uri(URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration"))
                .retrieve()
                .toEntity(METADATA);
        Map<String, Object> metadata = answer.getBody();
        if (metadata == null || !answer.getStatusCode().equals(HttpStatus.OK)) {
            throw new IllegalStateException("The issuer answers with " + answer.getStatusCode());
        }
        if (!issuer.equals(metadata.get("issuer"))) {
            throw new IllegalStateException("The issuer is another one: " + metadata.get("issuer"));
        }
        return metadata;
    }
}
