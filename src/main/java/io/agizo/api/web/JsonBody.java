package io.agizo.api.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/** A request whose JSON body is kept as it came, for whoever needs its bytes a second time; read when first asked for. */
final class JsonBody extends HttpServletRequestWrapper {

    /** Two hundred order lines take some 40 kB; an import takes what is larger. */
    static final int MOST_BYTES = 1 << 20;

    /** Up to here a declared length is believed before a byte has come; beyond, memory grows with what does come. */
    private static final int SMALL_BYTES = 16 << 10;

    private static final byte[] EMPTY = {};

    private byte @Nullable [] bytes;

    JsonBody(HttpServletRequest request) {
        super(request);
    }

    /** The body of the request; empty where none is kept, which is where none is JSON. */
    static byte[] of(HttpServletRequest request) {
        JsonBody body = WebUtils.getNativeRequest(request, JsonBody.class);
        return body == null ? EMPTY : body.bytes();
    }

    private byte[] bytes() {
        if (bytes == null) {
            bytes = read();
        }
        return bytes;
    }

    private byte[] read() {
        try (InputStream body = super.getInputStream()) {
            int declared = getContentLength();
            if (declared >= 0 && declared <= SMALL_BYTES) {
                return readSmall(body, declared);
            }
            byte[] read = body.readNBytes(MOST_BYTES + 1);
            if (read.length > MOST_BYTES) {
                throw BodyRefused.tooLarge(MOST_BYTES);
            }
            return read;
        } catch (IOException e) {
            throw BodyRefused.broken();
        }
    }

    private static byte[] readSmall(InputStream body, int length) throws IOException {
        byte[] read = new byte[length];
        if (body.readNBytes(read, 0, length) < length) {
            throw BodyRefused.broken();
        }
        return read;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Bytes(bytes());
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /** A body that is there already. */
    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Bytes(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public int available() {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("A body that was read whole is not read asynchronously");
        }
    }
}
