package io.agizo.signin.oidc;

import io.agizo.identity.WebClient;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Tells the issuer, where a page needs it, to ask the person anew who they are and to say when it did. */
final class AskedAtIssuer implements OAuth2AuthorizationRequestResolver {

    /** Where a browser is sent whose person has to prove anew who they are. */
    static final String ANEW = WebClient.SIGN_IN + "?anew";

    private static final Map<String, Object> ANEW_PARAMETERS = Map.of("prompt", "login", "max_age", "0");

    private final OAuth2AuthorizationRequestResolver usual;

    AskedAtIssuer(ClientRegistrationRepository clients) {
        this.usual = new DefaultOAuth2AuthorizationRequestResolver(clients);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return anew(usual.resolve(request), request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String client) {
        return anew(usual.resolve(request, client), request);
    }

    private static @Nullable OAuth2AuthorizationRequest anew(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request) {
        return asked == null || request.getParameter("anew") == null
                ? asked
                : OAuth2AuthorizationRequest.from(asked)
                        .additionalParameters(more -> more.putAll(ANEW_PARAMETERS))
                        .build();
    }
}
