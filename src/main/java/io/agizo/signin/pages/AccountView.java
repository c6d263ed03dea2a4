package io.agizo.signin.pages;

import io.agizo.pages.Form;
import io.agizo.signin.PresentProof;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's own account: who they are, how they get in, which programs act for them and where they are signed in.
 *
 * @param orders the latest that they ordered
 * @param linkable whether there is another issuer to be linked with
 * @param present what is asked of the person who changes a way in
 * @param form what was wrong with what they asked for last
 */
public record AccountView(
        String name,
        @Nullable String phone,
        boolean phoneProved,
        @Nullable String email,
        PastOrdersView orders,
        boolean hasPassword,
        boolean hasAuthenticator,
        List<Passkey> passkeys,
        boolean linkable,
        List<Link> links,
        List<Program> programs,
        List<Session> sessions,
        PresentProof.Kind present,
        Form form) {

    public AccountView {
        passkeys = List.copyOf(passkeys);
        links = List.copyOf(links);
        programs = List.copyOf(programs);
        sessions = List.copyOf(sessions);
    }

    public record Passkey(
            String id,
            String label,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    /**
     * Who the person is at another issuer.
     *
     * @param host the issuer in short
     * @param removable whether the person gets in without it
     */
    public record Link(String host, String issuer, String subject, Instant linkedAt, boolean removable) {}

    /**
     * A program that acts for the person.
     *
     * @param until when it has to have the person sign in anew; null if it has to already
     */
    public record Program(
            String id,
            String name,
            List<String> scopes,
            Instant since,
            @Nullable Instant until) {

        public Program {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * One browser in which the person is signed in.
     *
     * @param browser in short, such as {@code Chrome, Android}
     */
    public record Session(String id, String browser, boolean handheld, Instant lastUsedAt, boolean current) {}
}
