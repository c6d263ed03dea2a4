package io.agizo.audit.web;

import io.agizo.audit.AuditEvent;
import io.agizo.audit.ReadAudit;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.TimeSpan;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Which entries of the audit trail a list or a download is asked for, by its query. */
record AuditQuery(
        @Parameter(
                description = "Only those that tell of this",
                example = "denied",
                schema = @Schema(implementation = AuditEvent.class))
        @Nullable String event,

        @Parameter(description = "Only what this account or API client did, by its id", example = "demo-api") @Nullable String actor,

        @Parameter(
                description =
                        "The earliest time, inclusive, or a day in the shop's time zone, from its first moment on",
                example = "2026-11-01")
        @Nullable String from,

        @Parameter(
                description = "The latest time, exclusive, or a day in the shop's time zone, to its end",
                example = "2026-11-30")
        @Nullable String to) {

    ReadAudit.Wanted wanted(ZoneId zone) {
        TimeSpan span = TimeSpan.read(from, to, zone);
        return new ReadAudit.Wanted(
                event == null ? null : InvalidInput.at("/event", () -> AuditEvent.of(event)),
                actor,
                span.from(),
                span.to());
    }
}
