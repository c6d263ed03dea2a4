package io.agizo.api.graphql.web;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.introspection.Introspection;
import graphql.parser.ParserOptions;
import io.agizo.identity.Caller;
import java.util.Locale;
import java.util.Map;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/** Runs one operation for a caller against the schema, with what it loads in batches. */
@Component
class GraphQlOperations {

    private static final Logger LOG = LoggerFactory.getLogger(GraphQlOperations.class);

    private final ObjectProvider<GraphQlSource> source;
    private final BatchLoaderRegistry batchLoaders;
    private final boolean introspection;

    GraphQlOperations(
            ObjectProvider<GraphQlSource> source,
            BatchLoaderRegistry batchLoaders,
            @Value("${agizo.demo.active:false}") boolean demo) {
        this.source = source;
        this.batchLoaders = batchLoaders;
        this.introspection = demo;
    }

    /** Reads the schema once the shop is open, so that not even the first operation waits for it. */
    @EventListener(ApplicationReadyEvent.class)
    void getReady() {
        Thread.startVirtualThread(() -> {
            try {
                source.getObject();
            } catch (BeansException broken) {
                LOG.error("There is no GraphQL, since its schema cannot be read", broken);
            }
        });
    }

    /** The response as the specification has it; without {@code data} if the operation was not begun. */
    Map<String, Object> execute(
            Caller caller, String document, @Nullable String operationName, Map<String, @Nullable Object> variables) {
        ExecutionInput input = ExecutionInput.newExecutionInput(document)
                .operationName(operationName)
                .variables(variables)
                .locale(Locale.ENGLISH)
                .graphQLContext(Map.of(
                        CallerOfOperation.NAME,
                        caller,
                        ParserOptions.class,
                        DocumentLimits.PARSING,
                        Introspection.INTROSPECTION_DISABLED,
                        !introspection))
                .build();
        DataLoaderRegistry loaders = new DataLoaderRegistry();
        batchLoaders.registerDataLoaders(loaders, input.getGraphQLContext());
        ExecutionResult result =
                source.getObject().graphQl().execute(input.transform(builder -> builder.dataLoaderRegistry(loaders)));
        return BoundedErrors.of(result);
    }
}
