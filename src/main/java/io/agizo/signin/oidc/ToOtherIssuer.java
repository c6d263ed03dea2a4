package io.agizo.signin.oidc;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/**
 * How the shop speaks to another issuer: at the addresses that were set or that it named itself, and nowhere else, so no
 * redirect is followed.
 */
final class ToOtherIssuer {

    /** How long a person who signs in waits for each of its answers. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A request of the API may wait for this too. */
    private static final Duration CONNECTING_TAKES_AT_MOST = Duration.ofSeconds(2);

    private static final HttpClient CONNECTIONS = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECTING_TAKES_AT_MOST)
            .build();

    private ToOtherIssuer() {}

    static ClientHttpRequestFactory answeredWithin(Duration time) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(CONNECTIONS);
        requests.setReadTimeout(time);
        return requests;
    }

    /** Redeems codes as Spring Security does by itself, which leaves open how redirects are met and how long it waits. */
    static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes() {
        var codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(RestClient.builder()
                .requestFactory(answeredWithin(PATIENCE))
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return codes;
    }
}
