package io.agizo.platform.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.agizo.shared.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** The folder an installation keeps its data in, held by one process at a time and closed to other users. */
final class DataFolder implements AutoCloseable {

    private static final int PASSWORD_BYTES = 32;

    private static final String FOLDER = "rwx------";
    private static final String FILE = "rw-------";
    private static final String LOCK = "agizo.lock";
    private static final String MOVED = "moved";
    private static final String SECRETS = "postgres.password";

    /** The lock lies behind the text of its file, so that the holder's number can be read while it is held. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Holds the folder until it is closed, or refuses with {@link CannotStart} because another process does. */
    static DataFolder hold(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            make(path);
            closeToOthers(path, FOLDER);
            closeToOthers(path.resolve("postgres"), FOLDER);
            for (String file : List.of(LOCK, "postgres.log", SECRETS)) {
                closeToOthers(path.resolve(file), FILE);
            }
            DataFolder held = new DataFolder(path, lock(path));
            held.mustNotHaveMoved();
            return held;
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder " + path + " cannot be used: " + e + ".",
                    "Make it writable, or name another one with AGIZO_DATA_DIR.",
                    e);
        }
    }

    static void make(Path folder) throws IOException {
        Files.createDirectories(folder, ownerOnly(FOLDER));
    }

    /** Whether a process holds it. */
    static boolean isHeld(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), READ, WRITE)) {
            return !locked(channel);
        } catch (IOException neverHeld) {
            return false;
        }
    }

    /** Has it refused from now on, since its data is elsewhere. */
    static void markMoved(Path folder, String where) {
        try {
            writeOnce(folder.resolve(MOVED), where);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mustNotHaveMoved() throws IOException {
        Path note = file(MOVED);
        if (Files.exists(note)) {
            lock.close();
            throw new CannotStart(
                    "The data of this shop has moved to " + Files.readString(note) + ".",
                    "Name that database with SPRING_DATASOURCE_URL. Only if the move never came to its end, delete "
                            + note + ".");
        }
    }

    /** Takes away what others may do to it, such as after it was copied back from a backup. */
    private static void closeToOthers(Path file, String permissions) throws IOException {
        if (isPosix() && Files.exists(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        Path file = path.resolve(LOCK);
        FileChannel channel = FileChannel.open(file, Set.of(CREATE, READ, WRITE), ownerOnly(FILE));
        if (!locked(channel)) {
            channel.close();
            throw new CannotStart(
                    "The data folder " + path + " is in use by the Agizo with process id " + Files.readString(file)
                            + ".",
                    "Stop that one, or give this one a folder of its own with AGIZO_DATA_DIR.");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)), 0);
        return channel;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false) != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** A secret of this folder, made up the first time it is asked for, in a file that only its owner can read. */
    Path secretFile(String name) throws IOException {
        Path file = file(name);
        if (!Files.exists(file)) {
            byte[] secret = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(secret);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
            Path draft = file(name + ".draft");
            Files.deleteIfExists(draft);
            writeOnce(draft, text);
            Files.move(draft, file);
        }
        return file;
    }

    private static void writeOnce(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), ownerOnly(FILE))) {
            channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
            channel.force(true);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
