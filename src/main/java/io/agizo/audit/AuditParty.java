package io.agizo.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import io.agizo.identity.Caller;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom or what an event of the audit trail speaks of.
 *
 * @param id never personal data; null where the kind says it all
 */
public record AuditParty(Kind kind, @Nullable String id) {

    /** What an id is one of. */
    public enum Kind {

        /** Whoever has not signed in. */
        NOBODY,

        /** The shop itself, of its own accord or for whoever runs it. */
        SHOP,

        /** A person, by their account. */
        ACCOUNT,

        /** A person at work here or invited to, by what employees are called and not by their account. */
        EMPLOYEE,

        /** A program. */
        CLIENT,

        /** A ready-made set of permissions. */
        ROLE,

        /** Something that can be set. */
        SETTING;

        private final String word = name().toLowerCase(Locale.ROOT);

        @JsonValue
        public String word() {
            return word;
        }
    }

    public static AuditParty nobody() {
        return new AuditParty(Kind.NOBODY, null);
    }

    public static AuditParty shop() {
        return new AuditParty(Kind.SHOP, null);
    }

    public static AuditParty account(UUID id) {
        return new AuditParty(Kind.ACCOUNT, id.toString());
    }

    public static AuditParty employee(UUID id) {
        return new AuditParty(Kind.EMPLOYEE, id.toString());
    }

    public static AuditParty client(String id) {
        return new AuditParty(Kind.CLIENT, id);
    }

    public static AuditParty role(String name) {
        return new AuditParty(Kind.ROLE, name);
    }

    public static AuditParty setting(String name) {
        return new AuditParty(Kind.SETTING, name);
    }

    /** Whoever calls. */
    public static AuditParty of(Caller caller) {
        return caller.equals(Caller.anyone()) ? nobody() : ofId(caller.id());
    }

    /** The person or program that calls by the id. */
    public static AuditParty ofId(String id) {
        return Caller.accountOf(id).map(AuditParty::account).orElseGet(() -> client(id));
    }
}
