package io.agizo.imports;

import java.util.List;

/**
 * How far an upload has come.
 *
 * @param staged whether the file was read to its end
 * @param read how many rows were read
 * @param appliedGroup with {@code appliedRow} the staged row up to which everything is applied
 */
record Progress(boolean staged, int read, int accepted, int rejected, int appliedGroup, int appliedRow) {

    Progress afterReading(int rows, List<RowError> errors, boolean toTheEnd) {
        return new Progress(toTheEnd, read + rows, accepted, rejected + refused(errors), 0, 0);
    }

    /** Rows that were refused when they were read have been counted then. */
    Progress afterApplying(List<StagedRow> rows, List<RowError> errors) {
        int refused = refused(errors);
        int sound = (int) rows.stream().filter(row -> !row.refused()).count();
        StagedRow last = rows.getLast();
        return new Progress(staged, read, accepted + sound - refused, rejected + refused, last.group(), last.number());
    }

    private static int refused(List<RowError> errors) {
        return (int) errors.stream()
                .filter(RowError::refused)
                .mapToInt(RowError::row)
                .distinct()
                .count();
    }
}
