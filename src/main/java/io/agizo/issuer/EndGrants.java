package io.agizo.issuer;

import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes back what clients were let do: their refresh tokens and the access tokens of people are worth nothing from the
 * next request on. Joins the caller's transaction.
 */
@Component
public class EndGrants {

    private final GrantStore store;

    EndGrants(GrantStore store) {
        this.store = store;
    }

    /** For a person who signs out everywhere, or whose ways in have changed. */
    public void ofPerson(UUID account) {
        store.endAllOf(account);
    }

    /** For a person who lets one program act for them no more. */
    void ofPersonAtClient(UUID account, String clientId) {
        store.endAllOf(account, clientId);
    }

    /** For a client that is revoked. */
    public void ofClient(String clientId) {
        store.endAllOf(clientId);
    }
}
