package io.agizo.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes pictures in and keeps them for whatever shows them. */
@Component
public class Pictures {

    /** So many files of 10 MB are in memory at most, however many are being sent. */
    private static final int MOST_IN_HAND = 8;

    /** Longer than the others take; who waits longer holds a connection for nothing. */
    private static final int LONGEST_WAIT_SECONDS = 20;

    private final PictureStore store;
    private final PictureFormat format = PictureFormat.best();
    private final Semaphore inHand = new Semaphore(MOST_IN_HAND, true);

    /** Unpacking takes a processor and up to 300 MB each: half of the processors stay free for those who order. */
    private final Semaphore unpacked =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    Pictures(PictureStore store) {
        this.store = store;
    }

    /**
     * Looks at a picture as it arrives and makes the files that are kept. Takes JPEG, PNG and WebP of at most 10 MB and 40
     * megapixels; waits for its turn, and never within a transaction.
     *
     * @throws PictureRefused if it is not taken
     * @throws IOException if it breaks off on its way
     */
    public PreparedPicture prepare(InputStream sent) throws IOException {
        take(inHand);
        try {
            byte[] file = sent.readNBytes(PictureLimits.MOST_BYTES + 1);
            if (file.length > PictureLimits.MOST_BYTES) {
                throw new PictureRefused(PictureFault.TOO_MANY_BYTES);
            }
            return prepare(file);
        } finally {
            inHand.release();
        }
    }

    private PreparedPicture prepare(byte[] file) {
        take(unpacked);
        try {
            return Prepare.of(file, format);
        } finally {
            unpacked.release();
        }
    }

    /** Keeps the picture for one more thing that shows it, within that one's transaction; its files are kept once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Picture keep(PreparedPicture prepared) {
        store.keep(prepared);
        return prepared.picture();
    }

    /**
     * Keeps the picture in the place of others, within the transaction of the thing that shows them. All are locked in one order, lest
     * two things that change pictures with each other wait for each other.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Picture exchange(Collection<Picture> others, PreparedPicture prepared) {
        List<Picture> all = new ArrayList<>(others);
        all.add(prepared.picture());
        store.lock(all);
        store.keep(prepared);
        letGo(others);
        return prepared.picture();
    }

    /** One thing less shows each of them, within its transaction; what nothing shows any longer is removed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void letGo(Collection<Picture> pictures) {
        if (!pictures.isEmpty()) {
            store.letGo(pictures);
        }
    }

    private static void take(Semaphore turn) {
        try {
            if (!turn.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new PictureRefused(PictureFault.BUSY);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new PictureRefused(PictureFault.BUSY);
        }
    }
}
