package io.agizo.notifications;

import io.agizo.shared.PhoneNumber;

/** A person has another number from now on; told within the transaction, to whoever keeps what belongs to the old one. */
public record NumberGivenUp(PhoneNumber number) {}
