package io.agizo.pictures.web;

import io.agizo.shared.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponseException;

/** The pictures in a request, as its body or as parts {@code file} of a form; read as they arrive, one after the other. */
public final class SentPicture {

    private static final String PART = "file";

    /** As for any upload: what a browser writes above a file. */
    private static final int MOST_PART_HEADER_BYTES = 4 << 10;

    /** More than a product may have; whoever chooses a whole folder by mistake does not keep the shop busy with it. */
    private static final int MOST_FILES = 20;

    private SentPicture() {}

    /** What is done with each file. */
    @FunctionalInterface
    public interface Work {
        void take(InputStream file) throws IOException;
    }

    /** The body, whatever it says it is, or the first file of a form. */
    public static InputStream in(HttpServletRequest request) throws IOException {
        if (!isForm(request)) {
            return request.getInputStream();
        }
        try {
            FileItemIterator parts = form().getItemIterator(new ServletRequestContext(request));
            if (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (PART.equals(part.getFieldName())) {
                    return part.openStream();
                }
            }
        } catch (FileUploadException malformed) {
            throw new ErrorResponseException(HttpStatus.BAD_REQUEST, malformed);
        }
        throw new InvalidInput("/" + PART, "must be the first part of the form and hold the picture");
    }

    /** Does the work with each file of a form, in their order; a field in which no file was chosen has none. */
    public static void each(HttpServletRequest request, Work work) throws IOException {
        try {
            FileItemIterator parts = form().getItemIterator(new ServletRequestContext(request));
            for (int files = 0; files < MOST_FILES && parts.hasNext(); ) {
                FileItemStream part = parts.next();
                if (PART.equals(part.getFieldName())
                        && part.getName() != null
                        && !part.getName().isEmpty()) {
                    files++;
                    work.take(part.openStream());
                }
            }
        } catch (FileUploadException malformed) {
            throw new ErrorResponseException(HttpStatus.BAD_REQUEST, malformed);
        }
    }

    /**
     * A picture that came as text.
     *
     * @param pointer where it stands in the input
     */
    public static InputStream decoded(String pointer, String base64) {
        try {
            return new ByteArrayInputStream(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException noBase64) {
            throw new InvalidInput(pointer, "must be the file in base64, without a prefix or line breaks");
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && MediaType.parseMediaType(type).equalsTypeAndSubtype(MediaType.MULTIPART_FORM_DATA);
    }

    private static FileUpload form() {
        FileUpload form = new FileUpload();
        form.setPartHeaderSizeMax(MOST_PART_HEADER_BYTES);
        return form;
    }
}
