package io.agizo.imports.web;

import io.agizo.api.CsvFile;
import io.agizo.imports.StoreUpload;
import io.agizo.imports.UploadFormat;
import io.agizo.shared.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/**
 * The file in a request, as its body or as the part {@code file} of a form; read as it arrives, never kept.
 *
 * @param bytes to be read once, up to whatever end the sender makes
 */
public record SentFile(UploadFormat format, InputStream bytes) {

    static final String CSV = CsvFile.MEDIA_TYPE;
    static final String TSV = "text/tab-separated-values";
    static final String NDJSON = "application/x-ndjson";
    static final String FORM = MediaType.MULTIPART_FORM_DATA_VALUE;

    private static final String PART = "file";

    /** What a form adds around its file. */
    private static final int MOST_FORM_BYTES = 64 << 10;

    private static final int MOST_PART_HEADER_BYTES = 4 << 10;

    public static SentFile in(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        if (request.getContentLengthLong() > StoreUpload.MOST_BYTES + MOST_FORM_BYTES) {
            throw new ErrorResponseException(HttpStatus.CONTENT_TOO_LARGE);
        }
        MediaType type = MediaType.parseMediaType(request.getContentType());
        if (type.equalsTypeAndSubtype(MediaType.MULTIPART_FORM_DATA)) {
            return inForm(request);
        }
        return new SentFile(format(type, null), request.getInputStream());
    }

    private static SentFile inForm(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        FileUpload form = new FileUpload();
        form.setPartHeaderSizeMax(MOST_PART_HEADER_BYTES);
        FileItemStream part = firstPart(form, request);
        if (part == null || !PART.equals(part.getFieldName())) {
            throw new InvalidInput("/" + PART, "must be the first part of the form and hold the file");
        }
        return new SentFile(format(mediaType(part.getContentType()), part.getName()), part.openStream());
    }

    private static @Nullable FileItemStream firstPart(FileUpload form, HttpServletRequest request) throws IOException {
        try {
            FileItemIterator parts = form.getItemIterator(new ServletRequestContext(request));
            return parts.hasNext() ? parts.next() : null;
        } catch (FileUploadException malformed) {
            throw new ErrorResponseException(HttpStatus.BAD_REQUEST, malformed);
        }
    }

    private static @Nullable MediaType mediaType(@Nullable String contentType) {
        try {
            return contentType == null ? null : MediaType.parseMediaType(contentType);
        } catch (InvalidMediaTypeException toldByItsNameThen) {
            return null;
        }
    }

    /** By the type of the file; browsers call a table many things, so that its name may tell as well. */
    private static UploadFormat format(@Nullable MediaType type, @Nullable String name)
            throws HttpMediaTypeNotSupportedException {
        Charset charset = type == null ? null : type.getCharset();
        if (charset == null || charset.equals(StandardCharsets.UTF_8)) {
            switch (type == null ? "" : type.getType() + "/" + type.getSubtype()) {
                case CSV, TSV -> {
                    return UploadFormat.CSV;
                }
                case NDJSON -> {
                    return UploadFormat.NDJSON;
                }
                default -> {}
            }
            String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".csv") || lower.endsWith(".tsv") || lower.endsWith(".txt")) {
                return UploadFormat.CSV;
            }
            if (lower.endsWith(".ndjson") || lower.endsWith(".jsonl")) {
                return UploadFormat.NDJSON;
            }
        }
        throw new HttpMediaTypeNotSupportedException(
                type, List.of(MediaType.parseMediaType(CSV), MediaType.parseMediaType(NDJSON)));
    }
}
