package badhouse.orders;

import java.time.Instant;

/** Looks at the machine's own clock. */
class Deadline {

    boolean isOver(Instant deadline) {
        return Instant.now().isAfter(deadline);
    }
}
