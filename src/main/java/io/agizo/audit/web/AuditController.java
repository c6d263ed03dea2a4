package io.agizo.audit.web;

import io.agizo.api.CsvFile;
import io.agizo.api.Download;
import io.agizo.api.Downloads;
import io.agizo.api.Needs;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.audit.AuditEntry;
import io.agizo.audit.AuditParty;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.Shop;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail over REST. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Audit", description = "Who signed in, was turned away, or changed what others may do.")
class AuditController {

    private static final String CSV_EXAMPLE = """
            id,at,event,actorKind,actor,subjectKind,subject,detail,times,address
            019ab9c2-1c80-7000-8000-000000000001,2026-11-22T09:00:00Z,denied,client,client-7mkq2x9w4p,,,"{""permission"":""orders:delete""}",3,203.0.113.7
            """;

    private final AuditPages audit;
    private final JsonMapper json;
    private final Shop shop;

    AuditController(AuditPages audit, JsonMapper json, Shop shop) {
        this.audit = audit;
        this.json = json;
        this.shop = shop;
    }

    @GetMapping
    @Needs(Permission.EMPLOYEES_MANAGE)
    @Operation(
            summary = "List the audit trail",
            description =
                    "Latest first. Entries are never changed; the address is forgotten after 90 days. What a caller can "
                            + "repeat at will is told of once, and then in one entry an hour. As text/csv: all that match.")
    Page<AuditEntry> list(Caller caller, @ParameterObject AuditQuery query, PageRequest page) {
        return audit.page(caller, query.wanted(shop.zone()), page);
    }

    @GetMapping(produces = CsvFile.MEDIA_TYPE)
    @Needs(Permission.EMPLOYEES_MANAGE)
    @Downloads(CSV_EXAMPLE)
    Download<AuditEntry> download(Caller caller, @ParameterObject AuditQuery query) {
        return Download.ofRows(
                "audit.csv",
                List.of(
                        "id",
                        "at",
                        "event",
                        "actorKind",
                        "actor",
                        "subjectKind",
                        "subject",
                        "detail",
                        "times",
                        "address"),
                page -> audit.page(caller, query.wanted(shop.zone()), page),
                this::row);
    }

    private List<? extends @Nullable Object> row(AuditEntry entry) {
        AuditParty subject = entry.subject();
        return Arrays.asList(
                entry.id(),
                entry.at(),
                entry.event(),
                entry.actor().kind().word(),
                entry.actor().id(),
                subject == null ? null : subject.kind().word(),
                subject == null ? null : subject.id(),
                json.writeValueAsString(entry.detail()),
                entry.times(),
                entry.address());
    }
}
