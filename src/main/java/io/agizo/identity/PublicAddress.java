package io.agizo.identity;

import io.agizo.shared.CannotStart;
import java.net.URI;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the shop is reached from outside; names the issuer of its tokens and the API that they open. */
@Component
public final class PublicAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final String url;

    PublicAddress(@Value("${agizo.public-url}") URI url) {
        mustBeUsable(url);
        this.url = url.toString().replaceFirst("/$", "");
    }

    /** Throws {@link CannotStart} for what is no address that links can begin with; what it says may hold a password. */
    public static void mustBeUsable(URI url) {
        if (url.getHost() == null
                || !SCHEMES.contains(url.getScheme())
                || url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw new CannotStart(
                    "The shop's address (AGIZO_PUBLIC_URL, agizo.public-url) is none that people and programs can use.",
                    "Give scheme and name, without user, query or fragment, such as https://orders.example.co.ke.");
        }
    }

    /** Without a slash at the end. Links that leave the shop begin with it, never with what a request names as its host. */
    public String url() {
        return url;
    }

    public boolean isSecure() {
        return url.startsWith("https:");
    }

    public String issuer() {
        return url;
    }

    public String audience() {
        return url + "/api/v1";
    }
}
