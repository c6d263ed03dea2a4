package io.agizo.pictures;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the shop's own pictures are encoded in. */
enum PictureFormat {
    /** A third smaller than JPEG. Its encoder is native code, which only ever sees pixels that were decoded here. */
    WEBP("webp", "image/webp") {
        @Override
        ImageWriter writer() throws IOException {
            return new WebPImageWriterSpi().createWriterInstance(null);
        }

        @Override
        ImageWriteParam param() {
            WebPWriteParam param = new WebPWriteParam(Locale.ROOT);
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(CompressionType.Lossy);
            return param;
        }
    },
    /** For machines that the encoder of WebP does not run on. */
    JPEG("jpg", "image/jpeg") {
        @Override
        ImageWriter writer() throws IOException {
            return JdkCodecs.writer("jpeg");
        }

        @Override
        ImageWriteParam param() {
            JPEGImageWriteParam param = new JPEGImageWriteParam(Locale.ROOT);
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            return param;
        }
    };

    private static final Logger LOG = LoggerFactory.getLogger(PictureFormat.class);

    private final String extension;
    private final String mediaType;

    PictureFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    abstract ImageWriter writer() throws IOException;

    abstract ImageWriteParam param();

    /** The better one, if this machine can encode it. */
    static PictureFormat best() {
        try {
            WEBP.encode(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), 1);
            return WEBP;
        } catch (LinkageError | RuntimeException notOnThisMachine) {
            LOG.warn(
                    "Pictures are kept as JPEG: the encoder of WebP does not run here: {}",
                    notOnThisMachine.toString());
            return JPEG;
        }
    }

    static Optional<PictureFormat> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension))
                .findFirst();
    }

    String extension() {
        return extension;
    }

    String mediaType() {
        return mediaType;
    }

    /**
     * The picture as a file.
     *
     * @param quality from 0 to 1
     */
    byte[] encode(BufferedImage picture, float quality) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            ImageWriter writer = writer();
            try {
                ImageWriteParam param = param();
                param.setCompressionQuality(quality);
                writer.setOutput(output);
                writer.write(null, new IIOImage(picture, null, null), param);
            } finally {
                writer.dispose();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
