package io.agizo.pictures.web;

import io.agizo.pictures.Picture;
import io.agizo.pictures.PictureFiles;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/** Serves the files of pictures. What is at such an address never changes, so it is fetched once and kept for a year. */
@Controller
class PictureController {

    private static final String FOR_EVER = Objects.requireNonNull(
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable().getHeaderValue());

    private final PictureFiles files;

    PictureController(PictureFiles files) {
        this.files = files;
    }

    @GetMapping(Picture.FOLDER + "{name}")
    void file(@PathVariable String name, ServletWebRequest request, HttpServletResponse response) throws IOException {
        String type = files.mediaType(name);
        boolean known = request.checkNotModified("\"" + name + "\"");
        byte[] file = known ? new byte[0] : files.read(name);
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        // Programs of other sites show what the shop sells; there is no secret in a picture.
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        if (!known) {
            response.setContentType(type);
            response.setContentLength(file.length);
            response.getOutputStream().write(file);
        }
    }
}
