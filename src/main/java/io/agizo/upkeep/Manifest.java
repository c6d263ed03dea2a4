package io.agizo.upkeep;

import io.agizo.upkeep.Snapshot.Migration;
import io.agizo.upkeep.Snapshot.Sequence;
import io.agizo.upkeep.Snapshot.Table;
import java.time.Instant;
import java.util.List;

/**
 * What a backup says of itself.
 *
 * @param format of the file, which rises when an older release could no longer read it
 * @param release of the program that made it
 * @param at the moment that it shows
 */
record Manifest(
        int format,
        String release,
        Instant at,
        List<Migration> migrations,
        List<Contents> tables,
        List<Sequence> sequences) {

    static final int FORMAT = 1;

    /** A table with what its rows come to. */
    record Contents(Table table, TableSum sum) {}

    long rows() {
        return tables.stream().mapToLong(each -> each.sum().rows()).sum();
    }
}
