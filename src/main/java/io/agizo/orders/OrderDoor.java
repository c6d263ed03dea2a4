package io.agizo.orders;

import java.util.Locale;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where an order comes in; figures tell the doors apart, the orders themselves do not. */
enum OrderDoor {
    REST,
    GRAPHQL,
    SHOP,
    COUNTER,
    UPLOAD;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The door that this thread stands at; uploads are worked off by a thread that answers no request. */
    static OrderDoor here() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)) {
            return UPLOAD;
        }
        String path = request.getRequest().getServletPath();
        if (path.startsWith("/api/")) {
            return REST;
        }
        if (path.startsWith("/graphql")) {
            return GRAPHQL;
        }
        return path.startsWith("/office/") ? COUNTER : SHOP;
    }

    String word() {
        return word;
    }
}
