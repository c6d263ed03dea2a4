package io.agizo.signin.pages;

import io.agizo.pages.PersonalPages;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.WebContentInterceptor;

/** Keeps pages about a person out of every cache, so that the next one at the same computer does not go back to them. */
@Configuration(proxyBeanMethods = false)
class PrivatePages implements WebMvcConfigurer {

    private final List<PersonalPages> modules;

    PrivatePages(List<PersonalPages> modules) {
        this.modules = modules;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        WebContentInterceptor noStore = new WebContentInterceptor();
        noStore.setCacheControl(CacheControl.noStore());
        registry.addInterceptor(noStore)
                .addPathPatterns(modules.stream()
                        .flatMap(pages -> pages.about().stream())
                        .toList());
    }
}
