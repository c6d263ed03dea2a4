package io.agizo.pictures;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A part of a file, read as the formats of pictures write their numbers. */
final class Bytes {

    private final ByteBuffer part;

    Bytes(byte[] file) {
        this(ByteBuffer.wrap(file));
    }

    private Bytes(ByteBuffer part) {
        this.part = part;
    }

    /** The part from there on, read with the same order of bytes. */
    Bytes part(int from, long length) {
        Objects.checkFromIndexSize(from, length, (long) part.limit());
        return new Bytes(part.slice(from, (int) length).order(part.order()));
    }

    Bytes in(ByteOrder order) {
        return new Bytes(part.duplicate().order(order));
    }

    int length() {
        return part.limit();
    }

    int at(int index) {
        return part.get(index) & 0xff;
    }

    int twoAt(int index) {
        return part.getShort(index) & 0xffff;
    }

    long fourAt(int index) {
        return part.getInt(index) & 0xffff_ffffL;
    }

    String textAt(int index, int length) {
        return new String(copy(index, length), StandardCharsets.ISO_8859_1);
    }

    boolean startsWith(String text) {
        return length() >= text.length() && textAt(0, text.length()).equals(text);
    }

    byte[] copy(int from, int length) {
        byte[] copy = new byte[length];
        part.get(from, copy);
        return copy;
    }
}
