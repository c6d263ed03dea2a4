package io.agizo.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.springframework.boot.web.server.MimeMappings;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Serves style sheets, scripts and icons under names that change with what is in them, so that browsers ask once a year. */
@Configuration(proxyBeanMethods = false)
class AssetFiles implements WebMvcConfigurer {

    static final String FOLDER = "/assets/";

    private static final String SCRIPTS = "classpath:/static/js/**/*.js";

    private static final String STYLES = "classpath:/static/css/*.css";

    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(FOLDER + "**")
                .addResourceLocations("classpath:/static/", "classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver()
                        .addFixedVersionStrategy(version(SCRIPTS), "/js/**")
                        .addFixedVersionStrategy(version(STYLES), "/css/**")
                        .addContentVersionStrategy("/**"))
                .addTransformer(new StyleSheets())
                .addTransformer(new Scripts());
    }

    /**
     * One version for all files of a kind, as a folder: they import each other by their plain names, and what a file's own
     * content says would stay the same when one that it imports changes.
     */
    private static String version(String files) {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources(files);
            Arrays.sort(found, Comparator.comparing(AssetFiles::address));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (Resource file : found) {
                all.write(file.getContentAsByteArray());
            }
            return DigestUtils.md5DigestAsHex(all.toByteArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String address(Resource file) {
        try {
            return file.getURL().toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
