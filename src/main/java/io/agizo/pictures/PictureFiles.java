package io.agizo.pictures;

import io.agizo.shared.NotFound;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The files of pictures, for anyone who knows an address: the hash in it cannot be guessed, of a hidden product's neither. */
@Component
public class PictureFiles {

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{32})-([0-9]{1,4})\\.([a-z]{3,4})");

    private final PictureStore store;

    PictureFiles(PictureStore store) {
        this.store = store;
    }

    /** What a browser is to take the file for, by its name. */
    public String mediaType(String name) {
        return format(match(name)).mediaType();
    }

    public byte[] read(String name) {
        Matcher file = match(name);
        return store.file(file.group(1), Integer.parseInt(file.group(2)), format(file))
                .orElseThrow(PictureFiles::missing);
    }

    private static Matcher match(String name) {
        Matcher file = NAME.matcher(name);
        if (!file.matches()) {
            throw missing();
        }
        return file;
    }

    private static PictureFormat format(Matcher file) {
        return PictureFormat.ofExtension(file.group(3)).orElseThrow(PictureFiles::missing);
    }

    private static NotFound missing() {
        return new NotFound("There is no such picture.");
    }
}
