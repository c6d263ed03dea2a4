package io.agizo.office;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.Conflict;
import io.agizo.shared.Ids;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.PlainText;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Views of the list of orders under names: one's own, and everybody's. Needs {@code orders:read}, and {@code settings:manage} for everybody's. */
@Component
public class SavedViews {

    /** As many as tabs in a row can still be told apart. */
    static final int MOST = 20;

    /** A tab with more is wider than a phone. */
    public static final int LONGEST_NAME = 40;

    /** Longer than any question that the list's own forms ask. */
    private static final int LONGEST_QUERY = 2_000;

    /** The conflict of a second view under one name, which nobody could tell from the first. */
    public static final String NAME_TAKEN = "name-taken";

    private final SavedViewStore store;
    private final Clock clock;

    SavedViews(SavedViewStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Everybody's first, then the caller's own, each by name. */
    public List<SavedView> list(Caller caller) {
        caller.must(Permission.ORDERS_READ);
        return store.list(caller.account().orElse(null));
    }

    @Transactional
    public UUID save(Caller caller, String name, String query, boolean shared) {
        UUID account = owner(caller, shared);
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new InvalidInput("/name", "must be 1 to " + LONGEST_NAME + " characters long");
        }
        if (!PlainText.isLine(called)) {
            throw new InvalidInput("/name", PlainText.LINE_RULE);
        }
        requireQuery(query);
        if (store.has(account, called)) {
            throw new Conflict(NAME_TAKEN, "There is a view of that name already. Choose another, or update that one.");
        }
        if (store.count(account) >= MOST) {
            throw new Conflict("conflict", "There are " + MOST + " views already. Remove one first.");
        }
        var view = new SavedView(Ids.next(), called, query, shared);
        store.insert(view, account, clock.instant());
        return view.id();
    }

    /** Lets the view ask something else from now on. */
    @Transactional
    public void change(Caller caller, UUID id, String query) {
        SavedView view = one(caller, id);
        owner(caller, view.shared());
        requireQuery(query);
        store.update(id, query);
    }

    @Transactional
    public void remove(Caller caller, UUID id) {
        SavedView view = one(caller, id);
        owner(caller, view.shared());
        store.delete(id);
    }

    /**
     * One that the caller sees.
     *
     * @throws NotFound if there is none, or it is somebody else's
     */
    public SavedView one(Caller caller, UUID id) {
        return list(caller).stream()
                .filter(view -> view.id().equals(id))
                .findAny()
                .orElseThrow(() -> new NotFound("There is no such view, or it is somebody else's."));
    }

    /** Whose the view is to be; null for everybody's. */
    private static @Nullable UUID owner(Caller caller, boolean shared) {
        caller.must(Permission.ORDERS_READ);
        if (shared) {
            caller.must(Permission.SETTINGS_MANAGE);
            return null;
        }
        return caller.account().orElseThrow(() -> new NotFound("Only people have views of their own."));
    }

    private static void requireQuery(String query) {
        if (query.length() > LONGEST_QUERY || !PlainText.isLine(query)) {
            throw new InvalidInput("/query", "must be at most " + LONGEST_QUERY + " characters long");
        }
    }
}
