package io.agizo.storefront.pages;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.WebContentInterceptor;

/**
 * Lets browsers keep pages of goods while somebody goes back and forth, also for whoever has signed in: there is nothing of a
 * person on them. Asked for anew they are fetched anew, since what is left changes.
 */
@Configuration(proxyBeanMethods = false)
class ShopCaching implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        WebContentInterceptor askedAnew = new WebContentInterceptor();
        askedAnew.setCacheControl(CacheControl.noCache().cachePrivate());
        registry.addInterceptor(askedAnew).addPathPatterns("/", "/products/*", "/cart");
    }
}
