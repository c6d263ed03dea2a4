package io.agizo.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Knows the address of each style sheet, script and icon of the pages. */
@Component
final class Assets {

    /** Those that shoppers see, in a file of their own: a first visit does not load those of the office. */
    private static final String ICONS_OF_THE_SHOP = "shop-icons.svg";

    private static final String OTHER_ICONS = "icons.svg";
    private static final Pattern ICON = Pattern.compile("<symbol id=\"([a-z-]+)\"");

    private final Set<String> iconsOfTheShop = icons(ICONS_OF_THE_SHOP);
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final ResourceUrlProvider provider;

    Assets(ResourceUrlProvider provider) {
        this.provider = provider;
    }

    /** The address of a file, such as {@code css/base.css}, with the fingerprint of what is in it. */
    String address(String file) {
        return addresses.computeIfAbsent(file, this::find);
    }

    String icon(String name) {
        return address(iconsOfTheShop.contains(name) ? ICONS_OF_THE_SHOP : OTHER_ICONS) + "#" + name;
    }

    private static Set<String> icons(String file) {
        try {
            String text = new ClassPathResource("static/" + file).getContentAsString(StandardCharsets.UTF_8);
            return ICON.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String find(String file) {
        String address = provider.getForLookupPath(AssetFiles.FOLDER + file);
        if (address == null) {
            throw new IllegalArgumentException("There is no file " + file + " among those of the pages");
        }
        return address;
    }
}
