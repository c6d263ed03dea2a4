package io.agizo.clients;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an API client is to be used for, with what is usual in the place of what was not said. */
record ClientPurpose(
        List<String> grantTypes,
        List<String> redirectUris,
        List<String> postLogoutRedirectUris,
        List<String> profileScopes) {

    static ClientPurpose of(ApiClientDetails details) {
        List<String> redirectUris = distinct(details.redirectUris());
        return new ClientPurpose(
                details.grantTypes() == null
                        ? GrantType.of(redirectUris.isEmpty(), !redirectUris.isEmpty())
                        : distinct(details.grantTypes()),
                redirectUris,
                distinct(details.postLogoutRedirectUris()),
                distinct(details.profileScopes()));
    }

    private static List<String> distinct(@Nullable List<String> values) {
        return values == null ? List.of() : values.stream().distinct().toList();
    }
}
