package io.agizo.api.graphql.web;

import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.Field;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Times operations by what they ask for, since over HTTP all of them are one address. Only names of the schema are told. */
@Component
class TimedOperations extends SimplePerformantInstrumentation {

    private final MeterProvider<Timer> timer;
    private final MeterRegistry registry;

    TimedOperations(MeterRegistry registry) {
        this.registry = registry;
        this.timer = Timer.builder("agizo.graphql")
                .description("How long GraphQL operations took, by the field of the root that they ask for")
                .withRegistry(registry);
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext operation = parameters.getExecutionContext();
        String kind = operation.getOperationDefinition().getOperation().name().toLowerCase(Locale.ROOT);
        String field =
                field(operation.getOperationDefinition().getSelectionSet().getSelections());
        Timer.Sample sample = Timer.start(registry);
        return SimpleInstrumentationContext.whenCompleted((result, failure) -> sample.stop(timer.withTags(
                "operation",
                kind,
                "field",
                field,
                "outcome",
                failure == null && result.getErrors().isEmpty() ? "success" : "error")));
    }

    /** The operation has been validated, so that a field's name is one of the schema. */
    private static String field(List<?> selections) {
        return selections.size() == 1 && selections.getFirst() instanceof Field one ? one.getName() : "several";
    }
}
