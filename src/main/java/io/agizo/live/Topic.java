package io.agizo.live;

import java.util.Locale;

/** What changes are about; whoever may see the one need not see the other. */
public enum Topic {
    ORDERS,
    STOCK,
    TEXTS,

    /** Its name, look and words. */
    SHOP;

    private final String word = name().toLowerCase(Locale.ROOT);

    public String word() {
        return word;
    }
}
