package io.agizo.identity;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the shop is reached from outside; names the issuer of its tokens and the API that they open. */
@Component
public final class PublicAddress {

    private final String url;

    PublicAddress(@Value("${agizo.public-url}") URI url) {
        if (url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
            throw new IllegalArgumentException(
                    "agizo.public-url is " + url + ", but must be like https://orders.example.co.ke");
        }
        this.url = url.toString().replaceFirst("/$", "");
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
