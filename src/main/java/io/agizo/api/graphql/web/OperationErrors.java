package io.agizo.api.graphql.web;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import io.agizo.api.Overload;
import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import io.agizo.identity.PermissionDenied;
import io.agizo.shared.Ids;
import io.agizo.shared.InvalidInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;

/** Tells why a field could not be given, in the words of the problem documents; what is not there is null, without an error. */
@Component
class OperationErrors extends DataFetcherExceptionResolverAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(OperationErrors.class);

    private final ApplicationEventPublisher events;

    OperationErrors(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    protected List<GraphQLError> resolveToMultipleErrors(Throwable failure, DataFetchingEnvironment field) {
        if (failure instanceof PermissionDenied) {
            events.publishEvent(failure);
        }
        Problem problem = failure instanceof BindException unbound
                ? dayForInstant(unbound)
                : Problem.of(failure).orElseGet(() -> unforeseen(failure, field));
        if (problem.type().equals(ProblemType.NOT_FOUND.path())) {
            return List.of();
        }
        Map<String, Object> extensions = new LinkedHashMap<>(problem.members());
        extensions.put("problem", problem.type());
        if (!problem.errors().isEmpty()) {
            extensions.put("errors", problem.errors());
        }
        return List.of(GraphQLError.newError()
                .errorType(classification(problem))
                .message("%s", problem.detail())
                .path(field.getExecutionStepInfo().getPath())
                .location(Objects.requireNonNull(field.getField().getSourceLocation()))
                .extensions(extensions)
                .build());
    }

    /** The scalar for times takes days, for lists; what is sent as one and must be an instant cannot be bound. */
    private static Problem dayForInstant(BindException unbound) {
        return Problem.invalid(unbound.getFieldErrors().stream()
                .map(fault -> new InvalidInput.Fault(
                        "/" + fault.getField().replace('.', '/'), "must be an instant such as 2026-11-22T09:00:00Z"))
                .toList());
    }

    private static ErrorClassification classification(Problem problem) {
        ProblemType type = ProblemType.ofPath(problem.type()).orElse(ProblemType.INTERNAL_ERROR);
        return switch (type) {
            case UNAUTHENTICATED, SIGN_IN_TOO_OLD -> ErrorType.UNAUTHORIZED;
            case PERMISSION_DENIED -> ErrorType.FORBIDDEN;
            case INTERNAL_ERROR -> ErrorType.INTERNAL_ERROR;
            case OVERLOADED -> ErrorClassification.errorClassification("OVERLOADED");
            default -> ErrorType.BAD_REQUEST;
        };
    }

    private static Problem unforeseen(Throwable failure, DataFetchingEnvironment field) {
        if (Overload.isMeantBy(failure)) {
            return Problem.of(ProblemType.OVERLOADED, ProblemType.OVERLOADED.meaning());
        }
        UUID id = Ids.next();
        LOG.error(
                "The field {} failed, recorded as {}",
                field.getExecutionStepInfo().getPath(),
                id,
                failure);
        return Problem.of(ProblemType.INTERNAL_ERROR, ProblemType.INTERNAL_ERROR.meaning())
                .with("id", id.toString());
    }
}
