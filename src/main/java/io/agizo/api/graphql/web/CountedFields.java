package io.agizo.api.graphql.web;

import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import io.agizo.api.ProblemType;
import io.agizo.api.RateLimit.Verdict;
import io.agizo.api.RequestLimits;
import io.agizo.identity.LimitMet;
import io.agizo.identity.SignedIn;
import io.agizo.shared.TooMany;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Counts each field of an operation's root as a request: it asks as much of the shop as a request over REST, and the request
 * that brought them was counted once.
 */
@Component
class CountedFields extends SimplePerformantInstrumentation {

    private final RequestLimits limits;
    private final ApplicationEventPublisher events;

    CountedFields(RequestLimits limits, ApplicationEventPublisher events) {
        this.limits = limits;
        this.events = events;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext operation = parameters.getExecutionContext();
        int fields = new OperationCost(
                        operation.getGraphQLSchema(),
                        operation.getDocument(),
                        operation.getOperationDefinition(),
                        operation.getCoercedVariables().toMap())
                .requireAffordable();
        if (fields > 1 && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            count(fields - 1, current.getRequest());
        }
        return super.beginExecuteOperation(parameters, state);
    }

    private void count(int more, HttpServletRequest request) {
        Verdict refused = limits.refusal(request, more).orElse(null);
        if (refused != null) {
            events.publishEvent(new LimitMet(SignedIn.callerOf(request), "requests"));
            throw new TooMany(ProblemType.TOO_MANY_REQUESTS.meaning(), Duration.ofSeconds(refused.retrySeconds()));
        }
    }
}
