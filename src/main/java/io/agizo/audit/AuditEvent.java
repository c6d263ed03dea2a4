package io.agizo.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import io.agizo.shared.InvalidInput;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the audit trail knows to tell of. */
public enum AuditEvent {
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGNED_OUT,
    SESSIONS_ENDED,

    /** A token of this shop was presented that is no longer good. */
    TOKEN_REFUSED,

    /** What a person let a client do has ended, for a secret of it was used twice. */
    GRANT_ENDED,

    /** Somebody asked more, or tried more often, than is good for the others. */
    LIMIT_MET,

    /** A form came that was not sent from a page of this shop, or was too old. */
    FOREIGN_FORM,

    /** Somebody who is known asked for what they may not do. */
    DENIED,
    PERMISSION_GRANTED,
    PERMISSION_TAKEN,
    ROLE_CHANGED,
    SETTINGS_CHANGED,
    CLIENT_CREATED,
    CLIENT_CHANGED,
    CLIENT_ROTATED,
    CLIENT_REVOKED,
    EMPLOYEE_INVITED,
    EMPLOYEE_JOINED,
    EMPLOYEE_SUSPENDED,
    EMPLOYEE_RESUMED,
    EMPLOYEE_REMOVED,
    OWNER_CHANGED,
    ACCOUNT_CREATED,
    ACCOUNT_CHANGED,
    ACCOUNT_DELETED,
    PASSWORD_CHANGED,
    FACTOR_ADDED,
    FACTOR_REMOVED,
    IDENTITY_LINKED,
    IDENTITY_UNLINKED,
    CONSENT_GIVEN,
    CONSENT_WITHDRAWN,
    SIGNING_KEY_CHANGED;

    /** What tells of a refusal; whoever refuses throws, and would undo what is recorded with the transaction. */
    private static final Set<AuditEvent> REFUSALS =
            Set.of(SIGN_IN_FAILED, TOKEN_REFUSED, GRANT_ENDED, LIMIT_MET, FOREIGN_FORM, DENIED);

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Reads an event as {@link #word} writes it. */
    public static AuditEvent of(String word) {
        return Arrays.stream(values())
                .filter(event -> event.word.equals(word))
                .findAny()
                .orElseThrow(() -> new InvalidInput("must be one of "
                        + Arrays.stream(values()).map(AuditEvent::word).collect(Collectors.joining(", "))));
    }

    boolean tellsOfRefusal() {
        return REFUSALS.contains(this);
    }

    @JsonValue
    public String word() {
        return word;
    }
}
