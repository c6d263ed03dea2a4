package io.agizo.api.graphql.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Puts schema and controllers together. */
@Configuration(proxyBeanMethods = false)
class GraphQlSetup {

    /** Without an executor, so that the fields of an operation are fetched one after the other by the thread that asks. */
    @Bean
    AnnotatedControllerConfigurer annotatedControllerConfigurer(List<HandlerMethodArgumentResolver> resolvers) {
        AnnotatedControllerConfigurer configurer = new AnnotatedControllerConfigurer();
        resolvers.forEach(configurer::addCustomArgumentResolver);
        return configurer;
    }

    @Bean
    RuntimeWiringConfigurer scalars() {
        return wiring -> wiring.scalar(Scalars.MONEY).scalar(Scalars.TIME);
    }
}
