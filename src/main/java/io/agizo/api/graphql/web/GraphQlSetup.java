package io.agizo.api.graphql.web;

import graphql.execution.instrumentation.Instrumentation;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.DefaultBatchLoaderRegistry;
import org.springframework.graphql.execution.GraphQlSource;

/** Puts the schema, which each module has a file of, together with the controllers behind it. */
@Configuration(proxyBeanMethods = false)
class GraphQlSetup {

    private static final String SCHEMA = "classpath:graphql/*.graphqls";

    /** Without an executor, so that the fields of an operation are fetched one after the other by the thread that asks. */
    @Bean
    @Lazy
    AnnotatedControllerConfigurer annotatedControllerConfigurer(List<HandlerMethodArgumentResolver> resolvers) {
        AnnotatedControllerConfigurer configurer = new AnnotatedControllerConfigurer();
        resolvers.forEach(configurer::addCustomArgumentResolver);
        return configurer;
    }

    @Bean
    BatchLoaderRegistry batchLoaders() {
        return new DefaultBatchLoaderRegistry();
    }

    /** Lazy, since it takes a good part of a second to read: nobody who waits for the shop to open waits for that. */
    @Bean
    @Lazy
    GraphQlSource graphQlSource(
            ResourcePatternResolver resources,
            AnnotatedControllerConfigurer controllers,
            List<Instrumentation> instrumentations,
            List<DataFetcherExceptionResolver> errors)
            throws IOException {
        return GraphQlSource.schemaResourceBuilder()
                .schemaResources(resources.getResources(SCHEMA))
                .configureRuntimeWiring(wiring -> wiring.scalar(Scalars.MONEY).scalar(Scalars.TIME))
                .configureRuntimeWiring(controllers)
                .instrumentation(instrumentations)
                .exceptionResolvers(errors)
                .build();
    }
}
