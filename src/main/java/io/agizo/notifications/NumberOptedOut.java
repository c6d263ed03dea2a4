package io.agizo.notifications;

import io.agizo.shared.PhoneNumber;

/** The owner of a number said stop; told within the transaction that keeps it, to whoever keeps what they asked for. */
public record NumberOptedOut(PhoneNumber number) {}
