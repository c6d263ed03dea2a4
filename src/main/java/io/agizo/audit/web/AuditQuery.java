package io.agizo.audit.web;

import io.agizo.audit.AuditEvent;
import io.agizo.audit.ReadAudit;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.StorableTime;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which entries of the audit trail a list or a download is asked for, by its query. */
record AuditQuery(
        @Parameter(
                description = "Only those that tell of this",
                example = "denied",
                schema = @Schema(implementation = AuditEvent.class))
        @Nullable String event,

        @Parameter(description = "Only what this account or API client did, by its id", example = "demo-api") @Nullable String actor,

        @Parameter(description = "The earliest time, inclusive", example = "2026-11-01T00:00:00Z") @Nullable String from,

        @Parameter(description = "The latest time, exclusive", example = "2026-12-01T00:00:00Z") @Nullable String to) {

    ReadAudit.Wanted wanted() {
        return new ReadAudit.Wanted(
                event == null ? null : InvalidInput.at("/event", () -> AuditEvent.of(event)),
                actor,
                StorableTime.read("/from", from),
                StorableTime.read("/to", to));
    }
}
