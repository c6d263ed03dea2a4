package io.agizo.storefront.pages;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's own account: who they are, how they get in and where they are signed in. */
public record AccountView(
        String name,
        @Nullable String phone,
        boolean phoneProved,
        @Nullable String email,
        boolean hasPassword,
        boolean hasAuthenticator,
        List<Passkey> passkeys,
        List<Session> sessions) {

    public AccountView {
        passkeys = List.copyOf(passkeys);
        sessions = List.copyOf(sessions);
    }

    public record Passkey(
            String id,
            String label,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    /**
     * One browser in which the person is signed in.
     *
     * @param browser in short, such as {@code Chrome, Android}
     */
    public record Session(String id, String browser, boolean handheld, Instant lastUsedAt, boolean current) {}
}
