package io.agizo.notifications.mail;

import java.time.Instant;
import java.util.UUID;

/** A mail in plain text, as it lies in somebody's box. */
public record Mail(UUID id, String to, String subject, String body, Instant at) {}
