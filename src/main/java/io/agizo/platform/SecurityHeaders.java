package io.agizo.platform;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;

/** Tells browsers what the shop's pages never do, so that what is smuggled into one does not work. */
final class SecurityHeaders implements Filter {

    /** Own files only, nothing inline, in nobody's frame; small pictures may be written into a style sheet. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
            + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static final String ONE_YEAR = "max-age=31536000; includeSubDomains";

    /** Of what a browser can do for a page the shop uses passkeys only. */
    private static final String PERMISSIONS_POLICY = "accelerometer=(), autoplay=(), browsing-topics=(), "
            + "camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), "
            + "local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), "
            + "publickey-credentials-create=(self), publickey-credentials-get=(self)";

    private final boolean secure;
    private final Predicate<HttpServletRequest> notStored;

    /**
     * Headers for every answer.
     *
     * @param secure whether the shop is reached by TLS, wherever that ends
     * @param notStored whose answers nobody is to store, unless they say themselves how they may be
     */
    SecurityHeaders(boolean secure, Predicate<HttpServletRequest> notStored) {
        this.secure = secure;
        this.notStored = notStored;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean storable = !notStored.test((HttpServletRequest) request);
        GuardedResponse guarded = new GuardedResponse((HttpServletResponse) response, storable);
        guarded.guard();
        chain.doFilter(request, guarded);
    }

    /** A response that keeps these headers when an error makes it start again. */
    private final class GuardedResponse extends HttpServletResponseWrapper {

        private final boolean storable;

        GuardedResponse(HttpServletResponse response, boolean storable) {
            super(response);
            this.storable = storable;
        }

        /** What an answer says of storing it takes the place of what is said for all. */
        @Override
        public void addHeader(String name, String value) {
            if (!storable && name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }

        @Override
        public void reset() {
            super.reset();
            guard();
        }

        private void guard() {
            setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
            setHeader("X-Content-Type-Options", "nosniff");
            setHeader("Permissions-Policy", PERMISSIONS_POLICY);
            // No other site's page may hold on to the shop's window, or take what the shop answers into its own
            // process.
            setHeader("Cross-Origin-Opener-Policy", "same-origin");
            setHeader("Cross-Origin-Resource-Policy", "same-origin");
            // The addresses of orders and carts are secrets: another site must not learn them from a link.
            setHeader("Referrer-Policy", "same-origin");
            if (!storable) {
                setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            }
            if (secure) {
                setHeader("Strict-Transport-Security", ONE_YEAR);
            }
        }
    }
}
