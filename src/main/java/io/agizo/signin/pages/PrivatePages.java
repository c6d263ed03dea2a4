package io.agizo.signin.pages;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.WebContentInterceptor;

/** Keeps pages about a person out of every cache, so that the next one at the same computer does not go back to them. */
@Configuration(proxyBeanMethods = false)
class PrivatePages implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        WebContentInterceptor noStore = new WebContentInterceptor();
        noStore.setCacheControl(CacheControl.noStore());
        registry.addInterceptor(noStore)
                .addPathPatterns(
                        "/login/**", "/signup", "/account/**", "/recover/**", "/invitation", "/set-up", "/office/**");
    }
}
