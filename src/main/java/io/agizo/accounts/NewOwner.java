package io.agizo.accounts;

import io.agizo.shared.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * The shopkeeper, as they introduce themselves to a new shop. Whoever has the set-up link runs the shop's computer, so
 * their phone and address are taken at their word.
 *
 * @param passwordHash as Spring Security writes it, with the name of the algorithm
 */
public record NewOwner(
        String name, PhoneNumber phone, @Nullable String email, String locale, String passwordHash) {}
