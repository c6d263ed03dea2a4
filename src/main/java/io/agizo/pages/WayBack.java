package io.agizo.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pages of the shop to which people are led back who left them to sign in. Not an order's: its address is a secret. */
public final class WayBack {

    /** In no other characters than an address may have. */
    private static final Pattern PAGE = Pattern.compile("/(cart|checkout|products/[!-.0-~]+)?(\\?[!-~]*)?");

    private WayBack() {}

    public static boolean leadsTo(String path) {
        return PAGE.matcher(path).matches();
    }

    /** The way back to the page that is shown, if it is such a one. */
    static Optional<String> to(HttpServletRequest request) {
        String query = request.getQueryString();
        String path = request.getRequestURI() + (query == null ? "" : "?" + query);
        return Optional.of(path).filter(WayBack::leadsTo);
    }
}
