package io.agizo.customers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.agizo.api.Versioned;
import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A customer as others see them.
 *
 * @param name null only once the customer is erased
 * @param locale the language they are texted in, {@code en} or {@code sw}
 */
public record CustomerView(
        @JsonIgnore CustomerId id,
        CustomerCode code,
        @Nullable String name,
        @Nullable PhoneNumber phone,
        @Nullable String email,
        String locale,
        Instant createdAt,
        @JsonIgnore boolean erased,
        @JsonIgnore int version)
        implements Versioned {

    /** A customer just recorded; the time is cut to what the database keeps of it. */
    static CustomerView recorded(CustomerId id, CustomerCode code, Person person, Instant now) {
        return new CustomerView(
                id,
                code,
                person.name(),
                person.phone(),
                person.email(),
                person.locale(),
                now.truncatedTo(ChronoUnit.MICROS),
                false,
                1);
    }

    /** The same customer with other personal data, not yet written. */
    CustomerView with(Person person) {
        return new CustomerView(
                id, code, person.name(), person.phone(), person.email(), person.locale(), createdAt, erased, version);
    }

    CustomerView atVersion(int other) {
        return new CustomerView(id, code, name, phone, email, locale, createdAt, erased, other);
    }

    CustomerView under(CustomerCode other) {
        return new CustomerView(id, other, name, phone, email, locale, createdAt, erased, version);
    }
}
