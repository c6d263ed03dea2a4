package io.agizo.upkeep;

import io.agizo.shared.CannotStart;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.RowMapper;

/** Reads a database as it was at one moment, while the shop goes on writing to it. */
final class SnapshotStore implements Snapshot, AutoCloseable {

    /**
     * What is stored: no views, and no partitioned table beside its parts. Columns lie in the order in which the migrations came,
     * so they are named in one that is the same in every database.
     */
    private static final String TABLES = """
            select relname, (select array_agg(attname order by attname)
                               from pg_attribute
                              where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '')
              from pg_class
             where relnamespace = current_schema()::regnamespace and relkind = 'r'
               and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
             order by relname
            """;

    private static final String SEQUENCES = """
            select sequencename, coalesce(last_value, start_value), last_value is not null
              from pg_sequences where schemaname = current_schema() order by sequencename
            """;

    /** What others have put into the database: no migration of the shop makes tables elsewhere, or large objects. */
    private static final String STRANGERS = """
            select n.nspname || '.' || c.relname
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p', 'm', 'S') and n.nspname <> current_schema()
               and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
               and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = c.oid and deptype = 'e')
             union all
            select 'large object ' || oid from pg_largeobject_metadata
             order by 1
            """;

    private final Connection connection;
    private final List<Migration> migrations;
    private final List<Table> tables;
    private final List<Sequence> sequences;
    private final List<String> strangers;

    private SnapshotStore(Connection connection, String history) throws SQLException {
        this.connection = connection;
        execute(connection, "set statement_timeout = 0");
        execute(connection, "set idle_in_transaction_session_timeout = 0");
        List<Table> before = tables(connection);
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        if (!before.isEmpty()) {
            // Locked before the first query, which fixes the moment: a table that is emptied or changed later waits for
            // us.
            execute(
                    connection,
                    before.stream()
                            .map(Table::quoted)
                            .collect(Collectors.joining(", ", "lock table ", " in access share mode")));
        }
        this.tables = tables(connection);
        if (!tables.equals(before)) {
            throw new CannotStart("The tables of the shop have just been changed by a new release.", "Try it again.");
        }
        if (tables.stream().noneMatch(table -> table.name().equals(history))) {
            throw new CannotStart(
                    "There is no shop in this database.",
                    "Name the shop's with AGIZO_DATA_DIR, or with SPRING_DATASOURCE_URL.");
        }
        this.migrations = query(
                connection,
                "select version, script, checksum from " + Snapshot.quoted(history)
                        + " where success and version is not null order by installed_rank",
                (row, i) -> new Migration(row.getString(1), row.getString(2), row.getInt(3)));
        this.sequences = query(
                connection, SEQUENCES, (row, i) -> new Sequence(row.getString(1), row.getLong(2), row.getBoolean(3)));
        this.strangers = query(connection, STRANGERS, (row, i) -> row.getString(1));
    }

    /** Begins to read; {@code history} is where Flyway notes what it has applied. */
    static SnapshotStore of(DataSource database, String history) {
        try {
            Connection connection = database.getConnection();
            try {
                return new SnapshotStore(connection, history);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Reads one table within a transaction of somebody else's. */
    static TableSum read(Connection connection, Table table, Rows rows) throws SQLException, IOException {
        RowSum sum = new RowSum();
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy " + columnsOf(table) + " to stdout (format binary)");
        try {
            for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
                byte[] row = BinaryCopy.withoutHeader(message);
                if (row.length > 0 && !BinaryCopy.isEnd(row)) {
                    sum.add(row);
                    rows.add(row);
                }
            }
            return sum.sum();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** The table and its columns, as statements name them. */
    static String columnsOf(Table table) {
        return table.columns().stream()
                .map(Snapshot::quoted)
                .collect(Collectors.joining(", ", table.quoted() + " (", ")"));
    }

    static List<Table> tables(Connection connection) throws SQLException {
        return query(connection, TABLES, (row, i) -> new Table(row.getString(1), strings(row.getArray(2))));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static <T> List<T> query(Connection connection, String sql, RowMapper<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.mapRow(rows, found.size()));
            }
            return List.copyOf(found);
        }
    }

    static RuntimeException failed(SQLException e) {
        return new DataAccessResourceFailureException("The database refuses", e);
    }

    @Override
    public List<Migration> migrations() {
        return migrations;
    }

    @Override
    public List<Table> tables() {
        return tables;
    }

    @Override
    public List<Sequence> sequences() {
        return sequences;
    }

    /** The names of what lies in the database and is none of the shop's. */
    List<String> strangers() {
        return strangers;
    }

    @Override
    public TableSum read(Table table, Rows rows) throws IOException {
        try {
            return read(connection, table, rows);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
