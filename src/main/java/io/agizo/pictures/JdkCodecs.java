package io.agizo.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;

/** The codecs that the JDK brings itself: by format one would be given whatever a library has put before them. */
final class JdkCodecs {

    private JdkCodecs() {}

    static ImageReader reader(String format) {
        try {
            return provider(ImageReaderSpi.class, format).createReaderInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImageWriter writer(String format) throws IOException {
        return provider(ImageWriterSpi.class, format).createWriterInstance();
    }

    private static <T extends ImageReaderWriterSpi> T provider(Class<T> kind, String format) {
        var providers = IIORegistry.getDefaultInstance().getServiceProviders(kind, false);
        while (providers.hasNext()) {
            T provider = providers.next();
            if (provider.getClass().getModule() == ImageReader.class.getModule()
                    && provider.getFormatNames()[0].equalsIgnoreCase(format)) {
                return provider;
            }
        }
        throw new IllegalStateException("This JDK knows nothing of " + format);
    }
}
