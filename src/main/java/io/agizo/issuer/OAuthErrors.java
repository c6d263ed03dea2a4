package io.agizo.issuer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Answers a token request that fails in the form that OAuth libraries read: RFC 6749, section 5.2. */
final class OAuthErrors implements AuthenticationFailureHandler {

    /** Whether the name or the secret was wrong is nobody's business who knows neither. */
    private static final OAuth2Error UNPROVED =
            new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, "The client is not known, or its secret is wrong.", null);

    private final OAuth2ErrorHttpMessageConverter json = new OAuth2ErrorHttpMessageConverter();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        OAuth2Error error = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError()
                : new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT);
        boolean unproved = OAuth2ErrorCodes.INVALID_CLIENT.equals(error.getErrorCode());
        write(response, HttpStatus.BAD_REQUEST, unproved ? UNPROVED : error);
    }

    void write(HttpServletResponse response, HttpStatus status, String code, String description) throws IOException {
        write(response, status, new OAuth2Error(code, description, null));
    }

    private void write(HttpServletResponse response, HttpStatus status, OAuth2Error error) throws IOException {
        ServletServerHttpResponse answer = new ServletServerHttpResponse(response);
        if (OAuth2ErrorCodes.INVALID_CLIENT.equals(error.getErrorCode())) {
            answer.setStatusCode(HttpStatus.UNAUTHORIZED);
            answer.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"agizo\", charset=\"UTF-8\"");
        } else {
            answer.setStatusCode(status);
        }
        json.write(error, null, answer);
    }
}
