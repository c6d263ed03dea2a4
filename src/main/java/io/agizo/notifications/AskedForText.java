package io.agizo.notifications;

import io.agizo.shared.PhoneNumber;

/** A text that somebody asked for, about to be queued. */
record AskedForText(PhoneNumber to, String body) {}
