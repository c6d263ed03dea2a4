package io.agizo.accounts.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * Takes who signed in to the page they wanted, or to their account. Only the path of that page is used, never the host
 * that the request named, so the way leads nowhere but through this shop.
 */
@Component
class WantedPage implements AuthenticationSuccessHandler {

    private static final String ACCOUNT = "/account";
    static final String SECOND_FACTOR = "/login/second-factor";

    private final HttpSessionRequestCache cache = new HttpSessionRequestCache();
    private final SessionPeople people;
    private final KnownDevices devices;
    private final SignInRecord record;

    WantedPage(SessionPeople people, KnownDevices devices, SignInRecord record) {
        this.people = people;
        this.devices = devices;
        this.record = record;
        cache.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod()));
        cache.setMatchingRequestParameterName("");
    }

    HttpSessionRequestCache cache() {
        return cache;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        response.sendRedirect(next(request, response, person));
    }

    /** Where who passed a factor goes next, once it is on record; to the second one if they owe it. */
    String next(HttpServletRequest request, HttpServletResponse response, Authentication person) {
        if (people.halfSignedIn(request).isPresent()) {
            return SECOND_FACTOR;
        }
        devices.remember(UUID.fromString(person.getName()), request, response);
        record.signedIn(person);
        return take(request, response);
    }

    private String take(HttpServletRequest request, HttpServletResponse response) {
        String path = path(cache.getRequest(request, response));
        cache.removeRequest(request, response);
        return path == null ? ACCOUNT : path;
    }

    private static @Nullable String path(@Nullable SavedRequest wanted) {
        if (!(wanted instanceof DefaultSavedRequest page)) {
            return null;
        }
        String path = page.getRequestURI();
        if (path == null || !path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
            return null;
        }
        return page.getQueryString() == null ? path : path + '?' + page.getQueryString();
    }
}
