package io.agizo.issuer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.web.util.HtmlUtils;

/**
 * Sends a browser to another site by a page that moves on by itself. A plain redirect would not do: where a form of the
 * shop was sent just before, browsers hold each redirect that follows against the policy that forms stay in the shop.
 */
public final class Leaving implements RedirectStrategy {

    @Override
    public void sendRedirect(HttpServletRequest request, HttpServletResponse response, String url) throws IOException {
        if (url.startsWith("/")) {
            response.sendRedirect(url);
            return;
        }
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(page(HtmlUtils.htmlEscape(url)));
    }

    private static String page(String url) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <meta http-equiv="refresh" content="0; url=%1$s">
                  <title>One moment</title>
                </head>
                <body><p><a href="%1$s">Go on</a></p></body>
                </html>
                """.formatted(url);
    }
}
