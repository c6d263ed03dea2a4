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
 * @param phone proved to be theirs
 * @param email proved to be theirs
 * @param locale the language they read, {@code en} or {@code sw}
 * @param customer the customer record whose orders are their own
 */
public record Account(
        @JsonIgnore AccountId id,
        String name,
        @Nullable PhoneNumber phone,
        @Nullable String email,
        String locale,
        @JsonIgnore @Nullable CustomerId customer,
        Instant createdAt,
        @JsonIgnore int version)
        implements Versioned {

    AccountDetails details() {
        return new AccountDetails(name, locale);
    }
}
