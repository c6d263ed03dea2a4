package io.agizo.platform.postgres;

import io.agizo.shared.CannotStart;

/**
 * What the shop needs to know of the server that its data lies on.
 *
 * @param losesNoCommit whether a commit that was answered outlives a loss of power
 * @param isWhole whether all was restored or moved that was to be
 */
record DatabaseServer(int majorVersion, boolean losesNoCommit, boolean isWhole) {

    private static final int OLDEST_MAJOR_VERSION = 15;

    /** Refuses a server that the shop cannot rely on; how durable another's server is, is for its owner to say. */
    void mustServe(boolean embedded) {
        if (majorVersion < OLDEST_MAJOR_VERSION) {
            throw new CannotStart(
                    "The database is PostgreSQL " + majorVersion + ".",
                    "Agizo needs PostgreSQL " + OLDEST_MAJOR_VERSION + " or newer.");
        }
        if (!isWhole) {
            throw new CannotStart(
                    "A shop was to be brought into this database, which did not come to its end.",
                    "Make the database or the data folder anew, and restore or move the shop again.");
        }
        if (embedded && !losesNoCommit) {
            throw new CannotStart(
                    "The embedded PostgreSQL does not wait for the disk.",
                    "Undo what its configuration says of fsync, synchronous_commit or full_page_writes.");
        }
    }
}
