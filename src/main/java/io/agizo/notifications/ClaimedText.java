package io.agizo.notifications;

import io.agizo.shared.PhoneNumber;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that this sender alone may send now.
 *
 * @param attempt the how manieth try this is, from 1; also tells a late answer from that to a later try
 * @param trace the leg of a trace from which its sender goes on; null if it is not followed
 */
record ClaimedText(
        UUID id,
        MessageKind kind,
        PhoneNumber to,
        String body,
        int attempt,
        @Nullable String trace) {}
