package io.agizo.notifications;

import io.agizo.shared.PhoneNumber;
import java.util.UUID;

/**
 * A text that this sender alone may send now.
 *
 * @param attempt the how manieth try this is, from 1; also tells a late answer from that to a later try
 */
record ClaimedText(UUID id, MessageKind kind, PhoneNumber to, String body, int attempt) {}
