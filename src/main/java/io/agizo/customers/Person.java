package io.agizo.customers;

import io.agizo.shared.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** The personal data of a customer, all of which goes when they are erased. */
record Person(
        String name, @Nullable PhoneNumber phone, @Nullable String email, String locale) {

    static Person of(Contact contact) {
        return new Person(contact.name(), contact.phone(), null, contact.locale());
    }
}
