package io.agizo.identity;

import java.net.URI;

/** Addresses of shops, for tests of what depends on them. */
public final class PublicAddresses {

    private PublicAddresses() {}

    public static PublicAddress of(String url) {
        return new PublicAddress(URI.create(url));
    }
}
