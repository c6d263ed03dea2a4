package io.agizo.audit;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.StorableTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the audit trail. */
@Component
public class ReadAudit {

    private final AuditStore store;

    ReadAudit(AuditStore store) {
        this.store = store;
    }

    /**
     * Which entries are asked for; null asks for nothing.
     *
     * @param actor the id of an account or of a client
     * @param from the earliest time, inclusive
     * @param to the latest time, exclusive
     */
    public record Wanted(
            @Nullable AuditEvent event,
            @Nullable String actor,
            @Nullable Instant from,
            @Nullable Instant to) {

        private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

        public Wanted {
            StorableTime.require("/from", from);
            StorableTime.require("/to", to);
            if (actor != null && !ID.matcher(actor).matches()) {
                throw new InvalidInput("/actor", "must be the id of an account or of an API client");
            }
        }
    }

    /** Where an entry stands in the list. */
    public record Place(Instant at, UUID id) {

        public Place {
            StorableTime.require("", at);
        }
    }

    /** The latest first, from after the place if there is one. Needs {@code employees:manage}. */
    @Transactional(readOnly = true)
    public List<AuditEntry> list(Caller caller, Wanted wanted, @Nullable Place after, int most) {
        caller.must(Permission.EMPLOYEES_MANAGE);
        return store.list(wanted, after, most);
    }
}
