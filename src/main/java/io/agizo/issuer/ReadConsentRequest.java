package io.agizo.issuer;

import io.agizo.identity.Caller;
import io.agizo.identity.SecretHash;
import io.agizo.shared.NotFound;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** Tells a signed-in person which client asks for what, for the page on which they agree to it or not. */
@Component
public class ReadConsentRequest {

    private final GrantStore grants;
    private final ConsentStore consents;
    private final RegisteredClientRepository clients;

    ReadConsentRequest(GrantStore grants, ConsentStore consents, RegisteredClientRepository clients) {
        this.grants = grants;
        this.consents = consents;
        this.clients = clients;
    }

    /**
     * What a client asks for.
     *
     * @param asked the scopes to decide on, in the order of the alphabet
     * @param already the scopes that the person gave this client before
     * @param kept the scopes that go along if the person says yes, without a decision on each: those, and that it is they
     * @param leadsTo the host of the client's that the person goes on at afterwards
     * @param days how long the client may go on until it has to have the person sign in anew
     */
    public record ConsentRequest(
            String clientId,
            String clientName,
            List<String> asked,
            List<String> already,
            List<String> kept,
            String leadsTo,
            long days) {

        public ConsentRequest {
            asked = List.copyOf(asked);
            already = List.copyOf(already);
            kept = List.copyOf(kept);
        }
    }

    /** Refuses with {@link NotFound} unless this very person was asked, whoever else knows the state. */
    public ConsentRequest of(Caller person, String state) {
        Grant grant = grants.byConsent(SecretHash.of(state))
                .map(GrantStore.Kept::grant)
                .filter(asked -> asked.account().toString().equals(person.id()))
                .orElseThrow(
                        () -> new NotFound("Nobody asks for anything here. Go back to the application and try again."));
        RegisteredClient client = Optional.ofNullable(clients.findByClientId(grant.clientId()))
                .orElseThrow(() -> new NotFound("The application that asked is gone."));
        Set<String> given = consents.find(UUID.fromString(person.id()), grant.clientId());
        return new ConsentRequest(
                grant.clientId(),
                client.getClientName(),
                decided(grant).filter(scope -> !given.contains(scope)).sorted().toList(),
                decided(grant).filter(given::contains).sorted().toList(),
                grant.scopes().stream()
                        .filter(scope -> scope.equals(OidcScopes.OPENID) || given.contains(scope))
                        .sorted()
                        .toList(),
                leadsTo(grant, client),
                Grants.LIFETIME.toDays());
    }

    /** A client with one address need not say which. */
    private static String leadsTo(Grant grant, RegisteredClient client) {
        String address = Objects.requireNonNullElseGet(
                grant.asked().redirectUri(),
                () -> client.getRedirectUris().iterator().next());
        return URI.create(address).getHost();
    }

    /** All but the scope by which a client says that it speaks OpenID Connect. */
    private static Stream<String> decided(Grant grant) {
        return grant.scopes().stream().filter(scope -> !scope.equals(OidcScopes.OPENID));
    }
}
