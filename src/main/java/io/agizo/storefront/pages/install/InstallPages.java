package io.agizo.storefront.pages.install;

import io.agizo.shared.Shop;
import io.agizo.storefront.pages.install.Manifest.Icon;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Lets a browser put the shop among the apps of a phone, and show without a line what was seen before. */
@Controller
class InstallPages {

    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final Shop shop;

    InstallPages(Shop shop) {
        this.shop = shop;
    }

    @GetMapping(value = "/manifest.webmanifest", produces = "application/manifest+json")
    ResponseEntity<Manifest> manifest(Locale locale) {
        List<Icon> icons = List.of(
                new Icon("/app/192.png", "192x192", "image/png", "any"),
                new Icon("/app/512.png", "512x512", "image/png", "any"),
                new Icon("/app/maskable.png", "512x512", "image/png", "maskable"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(Manifest.of(shop.name(), locale.getLanguage(), icons));
    }

    /** Lies where it may speak for all pages of the shop; browsers ask for it anew, so that a release reaches them. */
    @GetMapping("/service-worker.js")
    ResponseEntity<byte[]> worker() throws IOException {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(SCRIPT)
                .body(new ClassPathResource("static/js/shop/worker.js").getContentAsByteArray());
    }

    /** What is shown in place of a page that was never seen. */
    @GetMapping("/offline")
    String offline() {
        return "storefront/offline";
    }
}
