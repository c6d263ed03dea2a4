package io.agizo.identity;

import java.util.Set;

/**
 * A program that may ask for access tokens.
 *
 * @param id the {@code client_id} it signs in with
 * @param secretHash what {@link SecretHash} makes of its secret
 * @param permissions the most that a token of it may allow
 */
record ApiClient(String id, String name, String secretHash, Set<Permission> permissions) {

    ApiClient {
        permissions = Set.copyOf(permissions);
    }
}
