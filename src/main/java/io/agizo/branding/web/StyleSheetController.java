package io.agizo.branding.web;

import io.agizo.branding.StyleSheet;
import io.agizo.shared.NotFound;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves the file that colours the shop's pages: kept for a year, for under its name there never is anything else. */
@Controller
class StyleSheetController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

    /** While a release takes over, pages of the one before still ask for its file; they get this one's, which nobody keeps. */
    @GetMapping(StyleSheet.FOLDER + "{name}")
    ResponseEntity<String> file(@PathVariable String name) {
        StyleSheet sheet = StyleSheet.ofName(name).orElseThrow(() -> new NotFound("There is no such style sheet."));
        boolean itself = sheet.path().equals(StyleSheet.FOLDER + name);
        return ResponseEntity.ok()
                .cacheControl(itself ? FOR_EVER : CacheControl.noStore())
                .contentType(CSS)
                .body(sheet.text());
    }
}
