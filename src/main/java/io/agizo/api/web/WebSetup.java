package io.agizo.api.web;

import io.agizo.api.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Teaches Spring MVC the contract's conventions. */
@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {

    private final JsonMapper json;

    WebSetup(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PageRequestArgument());
        resolvers.add(new IdempotencyKeyArgument());
        resolvers.add(new IfMatchArgument());
        resolvers.add(new QueryArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new NeededPermissions());
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new VersionedConverter(json));
    }

    @Bean
    WebMvcRegistrations methodsByPath() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new MethodsByPath();
            }
        };
    }

    /** Spring would ask its own handlers first, and the one for response bodies takes everything. */
    @Bean
    SmartInitializingSingleton answersBeforeBodies(RequestMappingHandlerAdapter adapter, Answers answers) {
        return () -> {
            List<HandlerMethodReturnValueHandler> handlers = new ArrayList<>();
            handlers.add(new AnswerValues(answers));
            handlers.add(new DownloadValues());
            handlers.addAll(Objects.requireNonNull(adapter.getReturnValueHandlers()));
            adapter.setReturnValueHandlers(handlers);
        };
    }

    /** Around every other filter. */
    @Bean
    FilterRegistrationBean<AskToComeBack> askToComeBack(Answers answers) {
        FilterRegistrationBean<AskToComeBack> registration = new FilterRegistrationBean<>(new AskToComeBack(answers));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** After Spring Security, so that only those who may send a body have theirs read. */
    @Bean
    FilterRegistrationBean<RequestGuard> requestGuard(Answers answers) {
        FilterRegistrationBean<RequestGuard> registration = new FilterRegistrationBean<>(new RequestGuard(answers));
        registration.addUrlPatterns("/api/*", "/graphql");
        registration.setOrder(0);
        return registration;
    }
}
