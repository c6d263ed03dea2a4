package io.agizo.upkeep;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Adds up the rows of a table as they pass, so that nothing of them need be kept. */
final class RowSum {

    private final MessageDigest digest = sha256();
    private long rows;
    private long high;
    private long low;

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** A sum, unlike an exclusive or, also tells a row that is there twice from one that is not there at all. */
    void add(byte[] row) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(row));
        rows++;
        high += hash.getLong();
        low += hash.getLong();
    }

    TableSum sum() {
        return new TableSum(
                rows, HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low));
    }
}
