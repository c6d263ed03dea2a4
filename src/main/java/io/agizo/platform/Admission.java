package io.agizo.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;

/** Who is let in at an address of the API or of operations; what they may do there is for the use cases to say. */
enum Admission {
    ANYONE,
    WITH_TOKEN,
    READERS_OF_REPORTS,
    NOBODY;

    private static final String GRAPHQL = "/graphql";
    private static final String CARTS = "/api/v1/carts";
    private static final String PRODUCTS = "/api/v1/products";
    private static final String TELL = "/tell";
    private static final String HEALTH = "/actuator/health";
    private static final String FIGURES = "/actuator/prometheus";
    private static final Pattern IMAGES = Pattern.compile(PRODUCTS + "/[^/]+/images(/[^/]+)?");

    /**
     * The rule for the API: reading the catalogue and the documentation, all of carts, and leaving one's number at what is sold
     * out is public. So is the way to GraphQL, where one request may ask for what is public and for what is not.
     */
    static Admission toApi(HttpServletRequest request) {
        String path = request.getServletPath();
        boolean open = path.equals(GRAPHQL)
                || isUnder(CARTS, path)
                || (HttpMethod.POST.matches(request.getMethod()) && isWish(path))
                || (reads(request) && (isProducts(path) || isDocumentation(path)));
        return open ? ANYONE : WITH_TOKEN;
    }

    /** The rule for operations: health is public, the figures are for who may read reports. */
    static Admission toOperations(HttpServletRequest request) {
        String path = request.getServletPath();
        if (isProbe(path) || isUnder(HEALTH, path)) {
            return ANYONE;
        }
        return path.equals(FIGURES) ? READERS_OF_REPORTS : NOBODY;
    }

    /** The rule for operations on the shop's port where they have one of their own: what proxies and probes ask. */
    static Admission toProbes(HttpServletRequest request) {
        return isProbe(request.getServletPath()) ? ANYONE : NOBODY;
    }

    /** The rule for the management port: whoever reaches it may read what is there. */
    static Admission toManagementPort(HttpServletRequest request) {
        String path = request.getServletPath();
        return isUnder(HEALTH, path) || path.equals(FIGURES) ? ANYONE : NOBODY;
    }

    /** Whether it is one of the two addresses by which a proxy learns if this replica lives and is ready. */
    static boolean isProbe(String path) {
        return path.equals("/livez") || path.equals("/readyz");
    }

    /** Whether the path is the folder or in it; {@code /apix} is not under {@code /api}. */
    static boolean isUnder(String folder, String path) {
        return path.startsWith(folder) && (path.length() == folder.length() || path.charAt(folder.length()) == '/');
    }

    private static boolean reads(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }

    /** The list, one of them, and its pictures. */
    private static boolean isProducts(String path) {
        return isUnder(PRODUCTS, path)
                && (path.lastIndexOf('/') <= PRODUCTS.length()
                        || IMAGES.matcher(path).matches());
    }

    /** One name between the products and the word, and nothing else. */
    private static boolean isWish(String path) {
        return isUnder(PRODUCTS, path)
                && path.endsWith(TELL)
                && path.indexOf('/', PRODUCTS.length() + 1) == path.length() - TELL.length();
    }

    private static boolean isDocumentation(String path) {
        return isUnder("/api/v1/openapi.json", path) || isUnder("/api/v1/docs", path);
    }
}
