package io.agizo.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** Sends a script of the shop without the lines and spaces that are there for its writers alone. */
final class Scripts implements ResourceTransformer {

    private static final String SHOP = "/js/shop/";
    private static final Pattern FOR_WRITERS =
            Pattern.compile("(?m)^[ \\t]*(?://.*|/\\*\\*.*\\*/)?[ \\t]*\\R|^[ \\t]+");

    @Override
    public Resource transform(HttpServletRequest request, Resource file, ResourceTransformerChain chain)
            throws IOException {
        Resource script = chain.transform(request, file);
        if (!request.getRequestURI().contains(SHOP)) {
            return script;
        }
        String lean = lean(script.getContentAsString(StandardCharsets.UTF_8));
        return new TransformedResource(script, lean.getBytes(StandardCharsets.UTF_8));
    }

    static String lean(String script) {
        return FOR_WRITERS.matcher(script).replaceAll("");
    }
}
