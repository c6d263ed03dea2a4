package io.agizo.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Unpacks a file by a reader of Image I/O that was chosen by hand: what else is installed may not be memory-safe. */
final class ReadPixels implements RawPicture.Unpacking {

    private final ImageReader reader;
    private final byte[] file;

    ReadPixels(ImageReader reader, byte[] file) {
        this.reader = reader;
        this.file = file;
    }

    @Override
    public BufferedImage every(int step) throws IOException {
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }
}
