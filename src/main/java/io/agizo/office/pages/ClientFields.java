package io.agizo.office.pages;

import io.agizo.clients.ApiClientDetails;
import io.agizo.clients.ApiClientView;
import io.agizo.pages.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What is typed and ticked about a program.
 *
 * @param redirectUris one address a line
 * @param postLogoutRedirectUris one address a line
 */
record ClientFields(
        String name,
        List<String> permissions,
        boolean alone,
        String redirectUris,
        String postLogoutRedirectUris,
        List<String> profileScopes) {

    static final ClientFields BLANK = new ClientFields("", List.of(), true, "", "", List.of());

    private static final String ALONE = "client_credentials";
    private static final String FOR_PEOPLE = "authorization_code";

    static ClientFields sent(MultiValueMap<String, String> form) {
        return new ClientFields(
                text(form, "name"),
                form.getOrDefault("permission", List.of()),
                form.containsKey("alone"),
                text(form, "redirectUris"),
                text(form, "postLogoutRedirectUris"),
                form.getOrDefault("profileScope", List.of()));
    }

    static ClientFields of(ApiClientView client) {
        return new ClientFields(
                client.name(),
                client.permissions(),
                client.grantTypes().contains(ALONE),
                String.join("\n", client.redirectUris()),
                String.join("\n", client.postLogoutRedirectUris()),
                client.profileScopes());
    }

    /** People sign in to a program that says where they come back to. */
    ApiClientDetails details(@Nullable Integer requestsPerMinute) {
        List<String> grantTypes = new ArrayList<>();
        if (alone) {
            grantTypes.add(ALONE);
        }
        if (!redirectUris.isBlank()) {
            grantTypes.add(FOR_PEOPLE);
        }
        return new ApiClientDetails(
                name,
                permissions,
                requestsPerMinute,
                grantTypes,
                lines(redirectUris),
                lines(postLogoutRedirectUris),
                profileScopes);
    }

    Form form() {
        return Form.of(
                Map.of("name", name, "redirectUris", redirectUris, "postLogoutRedirectUris", postLogoutRedirectUris));
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        String text = form.getFirst(field);
        return text == null ? "" : text;
    }
}
