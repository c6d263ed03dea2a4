package io.agizo.office.pages;

import io.agizo.api.pages.Form;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program to connect or to change.
 *
 * @param id null for a new one
 * @param oldSecretUntil how long the secret before the present one still works, if it does
 */
public record ClientFormView(
        @Nullable String id,
        String name,
        List<Choice> permissions,
        @Nullable Instant lastUsedAt,
        @Nullable Instant oldSecretUntil,
        Form form) {

    public ClientFormView {
        permissions = List.copyOf(permissions);
    }
}
