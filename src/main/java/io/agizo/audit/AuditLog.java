package io.agizo.audit;

import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends entries of the audit trail on, as events of the log that whoever runs the shop has collected. It is off unless the level
 * of {@value #NAME} says {@code info}. Addresses are left out: the shop forgets them in time, and could not do so elsewhere.
 */
final class AuditLog {

    static final String NAME = "agizo.audit";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);

    private AuditLog() {}

    /** Sends them once they are committed. */
    static void send(List<AuditEntry> entries) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            entries.forEach(AuditLog::write);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                entries.forEach(AuditLog::write);
            }
        });
    }

    private static void write(AuditEntry entry) {
        String detail = entry.detail().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
        String subject = entry.subject() == null ? "" : words(entry.subject());
        LOG.atInfo()
                .addKeyValue("event.id", entry.id())
                .addKeyValue("event.kind", "event")
                .addKeyValue("event.action", entry.event())
                .addKeyValue("agizo.audit.at", entry.at())
                .addKeyValue("agizo.audit.actor", words(entry.actor()))
                .addKeyValue("agizo.audit.subject", subject)
                .addKeyValue("agizo.audit.times", entry.times())
                .addKeyValue("agizo.audit.detail", detail)
                .log("{} by {} ({}) {}", entry.event(), words(entry.actor()), subject, detail);
    }

    /** Such as {@code client demo-api}. */
    private static String words(AuditParty party) {
        return party.id() == null ? party.kind().word() : party.kind().word() + " " + party.id();
    }
}
