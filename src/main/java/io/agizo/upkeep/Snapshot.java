package io.agizo.upkeep;

import java.io.IOException;
import java.util.List;

/** All that a shop's database held at one moment: read from that database, or from a backup of it. */
interface Snapshot {

    /**
     * A migration that the database has, by what Flyway noted of it.
     *
     * @param checksum of its text
     */
    record Migration(String version, String script, int checksum) {}

    /**
     * A table, or a part of one.
     *
     * @param columns those that are written; the database works out the others
     */
    record Table(String name, List<String> columns) {

        String quoted() {
            return Snapshot.quoted(name);
        }
    }

    /** Where a sequence has got to. */
    record Sequence(String name, long value, boolean used) {}

    /** A name as statements have it. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    List<Migration> migrations();

    List<Table> tables();

    List<Sequence> sequences();

    /** Sends every row of the table there, and answers with what they come to. */
    TableSum read(Table table, Rows rows) throws IOException;
}
