package io.agizo.accounts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.agizo.api.Versioned;
import io.agizo.customers.CustomerId;
import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who can sign in, as they and those who let them in see them.
 *
 * @param phone by which they sign in
 * @param phoneProved whether it is proved to be theirs; only then it is texted, or lets anyone in by a text
 * @param email proved to be theirs
 * @param locale the language they read, {@code en} or {@code sw}
 * @param customer the customer record whose orders are their own
 */
public record Account(
        @JsonIgnore AccountId id,
        String name,
        @Nullable PhoneNumber phone,
        @JsonIgnore boolean phoneProved,
        @Nullable String email,
        String locale,
        @JsonIgnore @Nullable CustomerId customer,
        Instant createdAt,
        @JsonIgnore int version)
        implements Versioned {

    /** The phone that reaches this person and nobody else. */
    public @Nullable PhoneNumber provedPhone() {
        return phoneProved ? phone : null;
    }

    AccountDetails details() {
        return new AccountDetails(name, locale);
    }
}
