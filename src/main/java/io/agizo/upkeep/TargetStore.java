package io.agizo.upkeep;

import io.agizo.shared.CannotStart;
import io.agizo.upkeep.Snapshot.Sequence;
import io.agizo.upkeep.Snapshot.Table;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Fills an empty database from a snapshot. A shop does not open on it before all of it is there. */
final class TargetStore {

    /** A schema that is there for as long as the database is not whole; the platform looks for it before a shop opens. */
    private static final String UNFINISHED = "agizo_unfinished";

    private static final int BUFFER_BYTES = 1 << 16;

    private static final String ANYTHING_THERE = """
            select n.nspname || '.' || c.relname
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
               and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = c.oid and deptype = 'e')
             union all
            select nspname from pg_namespace where nspname = 'agizo_unfinished'
             limit 1
            """;

    private static final String FOREIGN_KEYS = """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                   format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
              from pg_constraint
             where contype = 'f' and conparentid = 0 and connamespace = current_schema()::regnamespace
            """;

    private final DataSource database;

    TargetStore(DataSource database) {
        this.database = database;
    }

    /** Refuses a database in which anything is; from here on until it is filled, no shop opens on it. */
    void begin() {
        try (Connection connection = database.getConnection()) {
            List<String> there = SnapshotStore.query(connection, ANYTHING_THERE, (row, i) -> row.getString(1));
            if (!there.isEmpty()) {
                throw new CannotStart(
                        "The database is not empty: there is " + there.getFirst() + ".",
                        "Name a new database with SPRING_DATASOURCE_URL, or a new data folder with AGIZO_DATA_DIR.");
            }
            SnapshotStore.execute(connection, "create schema " + UNFINISHED);
        } catch (SQLException e) {
            throw SnapshotStore.failed(e);
        }
    }

    /**
     * Puts all rows into the tables that the same migrations made, reads them again and compares; then runs the last step and
     * declares the database whole. All in one transaction: of a failure nothing is left.
     */
    void load(Snapshot source, Runnable lastStep) throws IOException {
        try (Connection connection = database.getConnection()) {
            SnapshotStore.execute(connection, "set statement_timeout = 0");
            SnapshotStore.execute(connection, "set idle_in_transaction_session_timeout = 0");
            connection.setAutoCommit(false);
            try {
                fill(connection, source);
                SnapshotStore.execute(connection, "drop schema " + UNFINISHED);
                lastStep.run();
                connection.commit();
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw SnapshotStore.failed(e);
        }
    }

    private static void fill(Connection connection, Snapshot source) throws SQLException, IOException {
        mustBeSame(source.tables(), SnapshotStore.tables(connection));
        List<String> tables = source.tables().stream().map(Table::quoted).toList();
        List<String> keys = SnapshotStore.query(connection, FOREIGN_KEYS, (row, i) -> row.getString(2));
        for (String drop : SnapshotStore.query(connection, FOREIGN_KEYS, (row, i) -> row.getString(1))) {
            SnapshotStore.execute(connection, drop);
        }
        // What triggers once wrote is among the rows. An owner may not turn off those of foreign keys, so these were
        // dropped.
        for (String table : tables) {
            SnapshotStore.execute(connection, "alter table " + table + " disable trigger user");
        }
        SnapshotStore.execute(connection, "truncate " + String.join(", ", tables));
        for (Table table : source.tables()) {
            copy(connection, source, table);
        }
        for (Sequence sequence : source.sequences()) {
            set(connection, sequence);
        }
        for (String key : keys) {
            SnapshotStore.execute(connection, key);
        }
        for (String table : tables) {
            SnapshotStore.execute(connection, "alter table " + table + " enable trigger user");
        }
        SnapshotStore.execute(connection, "analyze " + String.join(", ", tables));
    }

    private static void mustBeSame(List<Table> wanted, List<Table> made) {
        Set<Table> different = new HashSet<>(wanted);
        made.forEach(table -> {
            if (!different.remove(table)) {
                different.add(table);
            }
        });
        if (!different.isEmpty()) {
            throw new CannotStart(
                    "It has other tables than the migrations of this release make: "
                            + different.stream()
                                    .map(Table::name)
                                    .distinct()
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + ".",
                    "Put tables of your own into a schema of their own, and look after them yourself.");
        }
    }

    private static void copy(Connection connection, Snapshot source, Table table) throws SQLException, IOException {
        PGCopyOutputStream out = new PGCopyOutputStream(
                connection.unwrap(PGConnection.class),
                "copy " + SnapshotStore.columnsOf(table) + " from stdin (format binary)",
                BUFFER_BYTES);
        TableSum sent;
        try {
            out.write(BinaryCopy.header());
            sent = source.read(table, out::write);
            out.write(BinaryCopy.end());
            out.close();
        } finally {
            if (out.isActive()) {
                out.cancelCopy();
            }
        }
        TableSum arrived = SnapshotStore.read(connection, table, row -> {});
        if (!arrived.equals(sent)) {
            throw new CannotStart(
                    "Of the table " + table.name() + ", " + sent.rows() + " rows were sent, and others arrived.",
                    "Nothing was changed. Tell the authors of Agizo.");
        }
    }

    private static void set(Connection connection, Sequence sequence) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            set.setString(1, Snapshot.quoted(sequence.name()));
            set.setLong(2, sequence.value());
            set.setBoolean(3, sequence.used());
            set.execute();
        }
    }
}
