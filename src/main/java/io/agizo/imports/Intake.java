package io.agizo.imports;

import java.util.List;
import java.util.function.Function;

/** Takes the rows of one kind into the shop. */
interface Intake {

    ImportKind kind();

    /**
     * Takes in what it can and hands the errors of what it cannot to {@code save}, within the transaction in which the rows
     * go in; rows that went in before change nothing.
     *
     * @param rows groups of rows with one key; all are whole, except that the first may go on from rows taken before
     * @return what {@code save} returned
     */
    Progress take(Job job, List<StagedRow> rows, Function<List<RowError>, Progress> save);
}
