package io.agizo.orders;

import io.agizo.identity.Caller;
import io.agizo.identity.NamesOfPeople;
import io.agizo.identity.Permission;
import io.agizo.identity.Signatures;
import io.agizo.live.Live;
import io.agizo.live.Topic;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Stale;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what colleagues tell each other about an order, whatever its state. It has a version of its own: who writes it makes
 * nobody's page of the order stale, and of two who write at once the second is told.
 */
@Component
public class KeepPrivateNote {

    private final OrderStore orders;
    private final PrivateNoteStore notes;
    private final NamesOfPeople people;
    private final Live live;
    private final Clock clock;

    KeepPrivateNote(OrderStore orders, PrivateNoteStore notes, NamesOfPeople people, Live live, Clock clock) {
        this.orders = orders;
        this.notes = notes;
        this.people = people;
        this.live = live;
        this.clock = clock;
    }

    /** Needs {@code orders:read}. */
    @Transactional(readOnly = true)
    public PrivateNote read(Caller caller, OrderNumber number) {
        caller.must(Permission.ORDERS_READ);
        return noteOf(orders.find(number)
                .orElseThrow(() -> ReadOrders.noOrder(number))
                .id());
    }

    /**
     * Needs {@code orders:edit}.
     *
     * @param expectedVersion of the note that this one is to take the place of; null for whatever is there
     */
    @Transactional
    public PrivateNote write(Caller caller, OrderNumber number, @Nullable Integer expectedVersion, String note) {
        caller.must(Permission.ORDERS_EDIT);
        String words = note.strip();
        if (words.length() > PrivateNote.LONGEST) {
            throw new InvalidInput("/note", "must be at most " + PrivateNote.LONGEST + " characters long");
        }
        OrderRow row = orders.lock(List.of(number)).stream().findAny().orElseThrow(() -> ReadOrders.noOrder(number));
        OrderId order = row.id();
        PrivateNote present = noteOf(order);
        Stale.check(expectedVersion, present.version());
        if (words.equals(present.note())) {
            return present;
        }
        live.announce(Topic.ORDERS, number.value(), "noted", row.status().word());
        notes.write(order, words, caller.signature(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return noteOf(order);
    }

    private PrivateNote noteOf(OrderId order) {
        PrivateNote note = notes.find(order).orElse(PrivateNote.NONE);
        String by = note.by();
        return by == null
                ? note
                : note.signedAs(Signatures.read(people, Stream.of(by)).shown(by));
    }
}
