package io.agizo.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of the audit trail.
 *
 * @param at when it happened, the last time if more than once
 * @param event the word of an {@link AuditEvent}, or of one that a newer release wrote
 * @param subject what it is about, if that is not the actor
 * @param detail what else there is to know, without personal data
 * @param times how often it happened since the entry before, of events that others can repeat as they like
 * @param address where the request came from; null once it is forgotten, or if there was no request
 */
public record AuditEntry(
        UUID id,
        Instant at,
        String event,
        AuditParty actor,
        @Nullable AuditParty subject,
        Map<String, Object> detail,
        int times,
        @Nullable String address) {}
