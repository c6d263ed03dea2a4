package io.agizo.audit.web;

import io.agizo.api.Cursor;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.audit.AuditEntry;
import io.agizo.audit.ReadAudit;
import io.agizo.identity.Caller;
import io.agizo.shared.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the audit trail page by page, as both of its doors show it. */
@Component
class AuditPages {

    private final ReadAudit audit;

    AuditPages(ReadAudit audit) {
        this.audit = audit;
    }

    Page<AuditEntry> page(Caller caller, ReadAudit.Wanted wanted, PageRequest request) {
        List<AuditEntry> entries = audit.list(caller, wanted, after(request), request.fetch());
        return request.page(
                entries, entry -> List.of(entry.at().toString(), entry.id().toString()));
    }

    private static ReadAudit.@Nullable Place after(PageRequest request) {
        List<String> key = request.after();
        if (key == null) {
            return null;
        }
        try {
            return new ReadAudit.Place(Instant.parse(key.getFirst()), UUID.fromString(key.get(1)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException | InvalidInput foreign) {
            throw Cursor.refused();
        }
    }
}
