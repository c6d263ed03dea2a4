package io.agizo.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** Sends a style sheet together with those that it imports as one file, without what is there for its writers alone. */
final class StyleSheets implements ResourceTransformer {

    private static final Pattern IMPORT = Pattern.compile("@import \"([a-z]+\\.css)\";");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s*([{};,])\\s*|(?<=[a-z]:)\\s+");

    @Override
    public Resource transform(HttpServletRequest request, Resource file, ResourceTransformerChain chain)
            throws IOException {
        Resource sheet = chain.transform(request, file);
        String name = sheet.getFilename();
        if (name == null || !name.endsWith(".css")) {
            return sheet;
        }
        return new TransformedResource(sheet, whole(sheet).getBytes(StandardCharsets.UTF_8));
    }

    static String whole(Resource sheet) throws IOException {
        String text = COMMENT.matcher(sheet.getContentAsString(StandardCharsets.UTF_8))
                .replaceAll("");
        StringBuilder whole = new StringBuilder();
        Matcher imports = IMPORT.matcher(text);
        while (imports.find()) {
            imports.appendReplacement(whole, Matcher.quoteReplacement(whole(sheet.createRelative(imports.group(1)))));
        }
        imports.appendTail(whole);
        return SPACE.matcher(whole).replaceAll("$1").strip();
    }
}
