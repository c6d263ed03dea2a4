package io.agizo.audit.web;

import io.agizo.api.PageRequest;
import io.agizo.api.graphql.Connection;
import io.agizo.audit.AuditEntry;
import io.agizo.audit.AuditEvent;
import io.agizo.audit.ReadAudit;
import io.agizo.identity.Caller;
import io.agizo.shared.Shop;
import io.agizo.shared.TimeSpan;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail over GraphQL. */
@Controller
class AuditGraph {

    private final AuditPages audit;
    private final JsonMapper json;
    private final Shop shop;

    AuditGraph(AuditPages audit, JsonMapper json, Shop shop) {
        this.audit = audit;
        this.json = json;
        this.shop = shop;
    }

    @QueryMapping
    Connection<AuditEntry> audit(
            Caller caller,
            @Argument @Nullable AuditEvent event,
            @Argument @Nullable String actor,
            @Argument @Nullable Temporal from,
            @Argument @Nullable Temporal to,
            PageRequest page) {
        TimeSpan span = TimeSpan.of(from, to, shop.zone());
        return Connection.of(audit.page(caller, new ReadAudit.Wanted(event, actor, span.from(), span.to()), page));
    }

    @SchemaMapping(typeName = "AuditEntry")
    String detail(AuditEntry entry) {
        return json.writeValueAsString(entry.detail());
    }
}
