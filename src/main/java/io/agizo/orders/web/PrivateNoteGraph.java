package io.agizo.orders.web;

import static io.agizo.orders.web.OrderController.number;

import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Mutations;
import io.agizo.identity.Caller;
import io.agizo.orders.KeepPrivateNote;
import io.agizo.orders.PrivateNote;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** What colleagues tell each other about an order, over GraphQL. */
@Controller
class PrivateNoteGraph {

    private final KeepPrivateNote notes;
    private final Mutations mutations;

    PrivateNoteGraph(KeepPrivateNote notes, Mutations mutations) {
        this.notes = notes;
        this.mutations = mutations;
    }

    record PrivateNoteWritten(PrivateNote privateNote) implements MutationResult {}

    @QueryMapping
    PrivateNote privateNote(Caller caller, @Argument String number) {
        return notes.read(caller, number(number));
    }

    @MutationMapping
    MutationResult writePrivateNote(
            Caller caller, @Argument String number, @Argument String note, @Argument @Nullable Integer ifVersion) {
        return mutations.run(() -> new PrivateNoteWritten(notes.write(caller, number(number), ifVersion, note)));
    }
}
