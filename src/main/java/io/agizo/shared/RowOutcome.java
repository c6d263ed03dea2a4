package io.agizo.shared;

import io.agizo.shared.InvalidInput.Fault;
import java.util.List;

/** What became of one of many rows that were handed in together, each decided on its own. */
public sealed interface RowOutcome {

    /** It was not there before. */
    record Created() implements RowOutcome {}

    /** It was there and differed. */
    record Updated() implements RowOutcome {}

    /** It was there and says what the row says. */
    record Unchanged() implements RowOutcome {}

    /** It was taken in, except for what stays as it was; each note points at a field of the row and says so. */
    record LeftAsItIs(List<Fault> notes) implements RowOutcome {

        public LeftAsItIs {
            notes = List.copyOf(notes);
        }
    }

    /** It cannot be accepted; each fault points at a field of the row. */
    record Refused(List<Fault> faults) implements RowOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
