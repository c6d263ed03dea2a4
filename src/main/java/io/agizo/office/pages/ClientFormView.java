package io.agizo.office.pages;

import io.agizo.pages.Form;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program to connect or to change.
 *
 * @param id null for a new one
 * @param version which the change is made for
 * @param alone whether the program works by itself, and not for a person only
 * @param profile what it may ask to see of people who sign in to it
 * @param manageable whether the reader holds all that the program may do, and so may change it
 * @param oldSecretUntil how long the secret before the present one still works, if it does
 */
public record ClientFormView(
        @Nullable String id,
        int version,
        String name,
        List<Choice> permissions,
        boolean alone,
        List<Choice> profile,
        boolean manageable,
        @Nullable Instant lastUsedAt,
        @Nullable Instant oldSecretUntil,
        Form form) {

    public ClientFormView {
        permissions = List.copyOf(permissions);
        profile = List.copyOf(profile);
    }
}
