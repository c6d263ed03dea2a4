package io.agizo.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.agizo.identity.PublicAddress;
import io.agizo.identity.SignedIn;
import io.agizo.shared.Shop;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** Finds the view of a name, such as {@code api/problem}, among the templates that were compiled with the shop. */
@Component
final class Templates implements ViewResolver, Ordered {

    private static final String HTML = "text/html;charset=UTF-8";

    /** What a signed-in person saw is not shown to whoever goes back in their browser later, unless the page says that it may be. */
    private static final String NOT_KEPT = "no-store";

    private static final String ASKED_ANEW = "private, no-cache";

    private static final String FRAME = "page";
    private static final String NOTICE = "notice";
    private static final String CAUTION = "caution";

    private static final Pattern UNITS = Pattern.compile("\\d{1,8}");

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.agizo.templates");

    private final Shop shop;
    private final Bundles bundles;
    private final Assets assets;
    private final LocaleResolver language;
    private final ShopCookies cookies;
    private final PublicAddress address;

    Templates(
            Shop shop,
            Bundles bundles,
            Assets assets,
            LocaleResolver language,
            ShopCookies cookies,
            PublicAddress address) {
        this.shop = shop;
        this.bundles = bundles;
        this.assets = assets;
        this.language = language;
        this.cookies = cookies;
        this.address = address;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX)) {
            return seeOther(name.substring(UrlBasedViewResolver.REDIRECT_URL_PREFIX.length()));
        }
        String template = name + ".jte";
        return engine.hasTemplate(template) ? new Page(template) : null;
    }

    /** With 303, after which every client asks for the other page by GET. */
    private static View seeOther(String address) {
        boolean inThisShop = true;
        boolean forAncientClients = false;
        RedirectView view = new RedirectView(address, inThisShop, forAncientClients);
        view.setExpandUriTemplateVariables(false);
        return view;
    }

    private PageFrame frame(HttpServletRequest request, Map<String, Object> model) {
        return new PageFrame(
                request,
                shop,
                SignedIn.callerOf(request),
                bundles.in(language.resolveLocale(request)),
                assets,
                said(model, NOTICE),
                said(model, CAUTION),
                unitsInCart(request),
                address);
    }

    private static @Nullable Message said(Map<String, Object> model, String how) {
        return model.get(how) instanceof Message message ? message : null;
    }

    private int unitsInCart(HttpServletRequest request) {
        return cookies.read(request, ShopCookies.UNITS_IN_CART)
                .filter(units -> UNITS.matcher(units).matches())
                .map(Integer::valueOf)
                .orElse(0);
    }

    /** Renders whole before it sends, so that a template that fails is an error page and not half a page. */
    private final class Page implements View {

        private final String template;

        Page(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return HTML;
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Map<String, Object> filled = new HashMap<>(model == null ? Map.of() : model);
            PageFrame frame = frame(request, filled);
            filled.put(FRAME, frame);
            Utf8ByteOutput page = new Utf8ByteOutput();
            engine.render(template, filled, page);
            if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, frame.isSignedIn() ? NOT_KEPT : ASKED_ANEW);
            }
            response.setContentType(HTML);
            response.setContentLength(page.getContentLength());
            page.writeTo(response.getOutputStream());
        }
    }
}
