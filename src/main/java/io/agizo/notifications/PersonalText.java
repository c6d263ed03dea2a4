package io.agizo.notifications;

import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text as the person it went to may keep it.
 *
 * @param body null where the words were a secret of the moment
 */
public record PersonalText(
        Instant at,
        String occasion,
        PhoneNumber to,
        @Nullable String body,
        MessageStatus status) {}
