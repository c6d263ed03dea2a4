package io.agizo.imports;

import io.agizo.api.Answer;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.IdempotentAnswers;
import io.agizo.identity.Caller;
import io.agizo.shared.Conflict;
import io.agizo.shared.Ids;
import io.agizo.shared.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores a file piece by piece as it arrives, and queues it to be worked off. */
@Component
public class StoreUpload {

    /** Room for a million rows of some length. */
    public static final long MOST_BYTES = 200_000_000;

    /** One statement for so much: few statements for a large file, little memory for many files at once. */
    static final int PIECE_BYTES = 256 << 10;

    /** What one caller may have waiting, so that no one fills the disk. */
    static final int MOST_UNFINISHED = 50;

    private final ImportStore imports;
    private final FileStore files;
    private final IdempotentAnswers answers;
    private final ImportLoop loop;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoreUpload(
            ImportStore imports,
            FileStore files,
            IdempotentAnswers answers,
            ImportLoop loop,
            TransactionTemplate transaction,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.answers = answers;
        this.loop = loop;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Reads the body to its end, stores it and queues it, once under the key if there is one: the answer that the door
     * makes is kept together with the upload. Needs the permission to write what the upload brings, and {@code stock:write} if that moves stock. Refuses at once what
     * its first piece shows to be unusable; throws {@link UploadTooLarge} beyond {@value #MOST_BYTES} bytes.
     */
    public Answer store(
            Caller caller,
            Upload upload,
            InputStream body,
            @Nullable IdempotencyKey key,
            Function<ImportId, Answer> door)
            throws IOException {
        upload.permissions().forEach(caller::must);
        if (upload.setsStock() && upload.kind() != ImportKind.PRODUCTS) {
            throw new InvalidInput("/stock", "is for products only");
        }
        if (imports.unfinished(caller) >= MOST_UNFINISHED) {
            throw new Conflict(
                    "too-many-uploads",
                    "You have " + MOST_UNFINISHED + " uploads waiting. Send more once some of them are done.");
        }
        byte[] first = body.readNBytes(PIECE_BYTES);
        FirstLook.at(first, first.length < PIECE_BYTES, upload.format(), upload.kind());
        ImportId id = new ImportId(Ids.next());
        imports.begin(id, upload, caller, clock.instant());
        try {
            UUID content = storePieces(id, upload, first, body);
            return queue(id, key == null ? null : new IdempotencyKey(key.id(), both(key.request(), content)), door);
        } finally {
            if (imports.forgetArriving(id)) {
                files.delete(List.of(id));
            }
        }
    }

    private Answer queue(ImportId id, @Nullable IdempotencyKey key, Function<ImportId, Answer> door) {
        Answer answer = key == null
                ? Objects.requireNonNull(transaction.execute(running -> queued(id, door)))
                : answers.once(key, () -> queued(id, door));
        loop.wake();
        return answer;
    }

    private Answer queued(ImportId id, Function<ImportId, Answer> door) {
        imports.queue(id, clock.instant());
        return door.apply(id);
    }

    /** Returns a hash of the content and of what is to be done with it. */
    private UUID storePieces(ImportId id, Upload upload, byte[] first, InputStream body) throws IOException {
        MessageDigest hash = sha256();
        hash.update(upload.toString().getBytes(StandardCharsets.UTF_8));
        long bytes = 0;
        byte[] piece = first;
        for (int seq = 0; piece.length > 0; seq++) {
            bytes += piece.length;
            if (bytes > MOST_BYTES) {
                throw new UploadTooLarge();
            }
            hash.update(piece);
            files.append(id, seq, piece);
            piece = piece.length < PIECE_BYTES ? new byte[0] : body.readNBytes(PIECE_BYTES);
        }
        return UUID.nameUUIDFromBytes(hash.digest());
    }

    private static UUID both(UUID request, UUID content) {
        return UUID.nameUUIDFromBytes((request + " " + content).getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
