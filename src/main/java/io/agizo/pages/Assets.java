package io.agizo.pages;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Knows the address of each style sheet, script and icon of the pages. */
@Component
final class Assets {

    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final ResourceUrlProvider provider;

    Assets(ResourceUrlProvider provider) {
        this.provider = provider;
    }

    /** The address of a file, such as {@code css/base.css}, with the fingerprint of what is in it. */
    String address(String file) {
        return addresses.computeIfAbsent(file, this::find);
    }

    private String find(String file) {
        String address = provider.getForLookupPath(AssetFiles.FOLDER + file);
        if (address == null) {
            throw new IllegalArgumentException("There is no file " + file + " among those of the pages");
        }
        return address;
    }
}
