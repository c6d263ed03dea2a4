package io.agizo.pages;

import io.agizo.identity.PublicAddress;
import io.agizo.shared.Shop;
import java.time.Duration;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** In which language a reader is spoken to: the one they chose, or else what their browser asks for, or else English. */
@Configuration(proxyBeanMethods = false)
class LanguageChoice implements WebMvcConfigurer {

    private static final String NAME = "lang";

    /** A choice that nobody confirms for so long was perhaps somebody else's. */
    private static final Duration KEPT = Duration.ofDays(365);

    private final Shop shop;
    private final boolean secure;

    LanguageChoice(Shop shop, PublicAddress address) {
        this.shop = shop;
        this.secure = address.isSecure();
    }

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver(secure ? "__Host-" + NAME : NAME);
        resolver.setCookieSecure(secure);
        resolver.setCookieMaxAge(KEPT);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(
                request -> Bundles.spoken(wanted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)), shop.country()));
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        ChosenByLink chosen = new ChosenByLink(shop.country());
        chosen.setParamName(NAME);
        chosen.setHttpMethods(HttpMethod.GET.name());
        chosen.setIgnoreInvalidLocale(true);
        registry.addInterceptor(chosen).excludePathPatterns("/api/**", "/graphql", "/assets/**");
    }

    /** Nothing of a header that cannot be read is an error: the reader only gets the first language. */
    private static Locale wanted(String header) {
        if (header == null) {
            return Locale.ROOT;
        }
        try {
            Stream<String> languages = Bundles.LANGUAGES.stream();
            String best = Locale.lookupTag(LanguageRange.parse(header), languages.toList());
            return best == null ? Locale.ROOT : Locale.of(best);
        } catch (IllegalArgumentException unreadable) {
            return Locale.ROOT;
        }
    }

    /** Keeps only a language that there is, however the link was written. */
    private static final class ChosenByLink extends LocaleChangeInterceptor {

        private final String country;

        ChosenByLink(String country) {
            this.country = country;
        }

        @Override
        protected Locale parseLocaleValue(String value) {
            return Bundles.spoken(Locale.forLanguageTag(value), country);
        }
    }
}
