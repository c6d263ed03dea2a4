package io.agizo.upkeep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.agizo.shared.CannotStart;
import io.agizo.upkeep.Manifest.Contents;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One file that holds a snapshot: a zip of its tables, each as PostgreSQL's {@code COPY} reads it, and of a manifest. */
final class BackupFile implements Snapshot, AutoCloseable {

    private static final String MANIFEST = "manifest.json";
    private static final String MANIFEST_HASH = "manifest.sha256";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Writes the snapshot to a file that did not exist. It gets that name once it is complete, has been read again and is on the
     * disk; until then it has another, which no command takes for a backup.
     */
    static Manifest write(Snapshot snapshot, String release, Instant at, Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(draft);
        draft.toFile().deleteOnExit();
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        if (isPosix(folder)) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(draft);
        }
        try {
            Manifest manifest = fill(draft, snapshot, release, at);
            try (FileChannel written = FileChannel.open(draft, WRITE)) {
                written.force(true);
            }
            try (BackupFile again = open(draft)) {
                again.mustBeWhole();
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(folder);
            return manifest;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The name of a file outlives a loss of power once its folder is on the disk, where the system can be asked for that. */
    private static void forceFolder(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel names = FileChannel.open(folder, READ)) {
                names.force(true);
            }
        }
    }

    /** By the system, for the file system itself has no name where its mount is out of sight, as in a chroot. */
    private static boolean isPosix(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static Manifest fill(Path draft, Snapshot snapshot, String release, Instant at) throws IOException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)))) {
            zip.setLevel(Deflater.BEST_SPEED);
            List<Contents> tables = new ArrayList<>();
            for (Table table : snapshot.tables()) {
                zip.putNextEntry(new ZipEntry(entry(table)));
                zip.write(BinaryCopy.header());
                tables.add(new Contents(table, snapshot.read(table, zip::write)));
                zip.write(BinaryCopy.end());
                zip.closeEntry();
            }
            Manifest manifest =
                    new Manifest(Manifest.FORMAT, release, at, snapshot.migrations(), tables, snapshot.sequences());
            byte[] written = JSON.writeValueAsBytes(manifest);
            add(zip, MANIFEST, written);
            add(zip, MANIFEST_HASH, hash(written).getBytes(UTF_8));
            return manifest;
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static String hash(byte[] content) {
        return HexFormat.of().formatHex(RowSum.sha256().digest(content));
    }

    private static String entry(Table table) {
        return "tables/" + table.name() + ".copy";
    }

    /** Opens a backup, or refuses what is none. */
    static BackupFile open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CannotStart("There is no file " + file + ".", "Name a backup.");
        }
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return new BackupFile(zip, manifest(zip, file));
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (IOException | JacksonException e) {
            throw broken(file.toString(), e);
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        byte[] written = bytes(zip, MANIFEST);
        if (!hash(written).equals(new String(bytes(zip, MANIFEST_HASH), UTF_8))) {
            throw new IOException("its manifest was changed");
        }
        int format = JSON.readTree(written).path("format").asInt();
        if (format > Manifest.FORMAT) {
            throw new CannotStart(
                    "The backup " + file + " was made by a newer release of Agizo.",
                    "Use that release, or a newer one.");
        }
        return JSON.readValue(written, Manifest.class);
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        try (InputStream content = stream(zip, name)) {
            return content.readAllBytes();
        }
    }

    private static InputStream stream(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it has no " + name);
        }
        return zip.getInputStream(entry);
    }

    private static CannotStart broken(String file, Exception why) {
        return new CannotStart(
                "The file " + file + " is no backup, or a damaged one: " + why.getMessage() + ".",
                "Use another one.",
                why);
    }

    /** Reads all of it, or refuses a file in which anything is not as it was written. */
    void mustBeWhole() {
        for (Contents contents : manifest.tables()) {
            read(contents.table(), row -> {});
        }
    }

    Manifest manifest() {
        return manifest;
    }

    @Override
    public List<Migration> migrations() {
        return manifest.migrations();
    }

    @Override
    public List<Table> tables() {
        return manifest.tables().stream().map(Contents::table).toList();
    }

    @Override
    public List<Sequence> sequences() {
        return manifest.sequences();
    }

    @Override
    public TableSum read(Table table, Rows rows) {
        RowSum sum = new RowSum();
        try (InputStream copy = new BufferedInputStream(stream(zip, entry(table)))) {
            BinaryCopy.read(copy, row -> {
                sum.add(row);
                rows.add(row);
            });
            if (!manifest.tables().contains(new Contents(table, sum.sum()))) {
                throw new IOException("the rows of " + table.name() + " are not those it was made of");
            }
        } catch (IOException e) {
            throw broken(zip.getName(), e);
        }
        return sum.sum();
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw broken(zip.getName(), e);
        }
    }
}
