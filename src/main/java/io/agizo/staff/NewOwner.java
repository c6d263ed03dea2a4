package io.agizo.staff;

import io.agizo.shared.PhoneNumber;

/**
 * The shopkeeper, as they introduce themselves to a new shop.
 *
 * @param phoneProved whether a code that was texted to the phone was typed in; a new shop may have nothing to text with
 * @param passwordHash as Spring Security writes it, with the name of the algorithm
 */
public record NewOwner(String name, PhoneNumber phone, boolean phoneProved, String locale, String passwordHash) {}
