package io.agizo.signin;

import io.agizo.identity.PublicAddress;
import io.agizo.pages.WayBack;
import io.agizo.signin.oidc.WantedCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;

/** Keeps for Spring Security, in a cookie, which page somebody wanted who was asked to sign in at the shop. */
@Component
public class WantedPages implements RequestCache {

    private final WantedCookie cookie;

    WantedPages(PublicAddress address) {
        this.cookie = new WantedCookie("wanted", address);
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        if (isPage(request)) {
            cookie.remember(request, response);
        }
    }

    /** Leads back to the page of the shop that somebody left to sign in; whatever else the path is, it is passed over. */
    public void leadBack(String path, HttpServletResponse response) {
        if (WayBack.leadsTo(path)) {
            cookie.remember(path, response);
        }
    }

    /** Not what a page fetches, such as a stream of events: nobody wants to be led to that. */
    private static boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted == null || accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return cookie.read(request).map(SimpleSavedRequest::new).orElse(null);
    }

    /** Nothing is done twice: the page is asked for anew. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        cookie.take(request, response);
    }

    /** The page that is led to now, if one was wanted. */
    Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        return cookie.take(request, response);
    }
}
