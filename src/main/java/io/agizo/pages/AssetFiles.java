package io.agizo.pages;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.web.server.MimeMappings;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Serves style sheets, scripts and icons under names that change with what is in them, so that browsers ask once a year. */
@Configuration(proxyBeanMethods = false)
class AssetFiles implements WebMvcConfigurer {

    static final String FOLDER = "/assets/";

    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(FOLDER + "**")
                .addResourceLocations("classpath:/static/", "classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    /** Files do not say in which characters they are written, and what the server knows of their names does not either. */
    @Bean
    static WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> charsetsOfTexts() {
        return server -> server.addMimeMappings(new MimeMappings(Map.of(
                "css", "text/css;charset=UTF-8",
                "js", "text/javascript;charset=UTF-8",
                "svg", "image/svg+xml;charset=UTF-8")));
    }
}
