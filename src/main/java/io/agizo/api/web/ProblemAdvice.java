package io.agizo.api.web;

import io.agizo.api.Answers;
import io.agizo.api.Faults;
import io.agizo.api.Overload;
import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import io.agizo.api.json.JsonFaults;
import io.agizo.identity.PermissionDenied;
import io.agizo.identity.SignInTooOld;
import io.agizo.shared.Ids;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;

/** Answers every failed request with the problem document of its cause. */
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Long enough for a burst to pass, short enough that nobody gives up. */
    private static final int BUSY_RETRY_SECONDS = 1;

    private final ProblemView view;
    private final ApplicationEventPublisher events;

    ProblemAdvice(ProblemView view, ApplicationEventPublisher events) {
        this.view = view;
        this.events = events;
    }

    @ExceptionHandler(Exception.class)
    @Nullable ModelAndView answer(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (failure instanceof AsyncRequestNotUsableException || isAnsweredByServer(response)) {
            return null;
        }
        if (response.isCommitted() || isForSecurity(failure)) {
            throw failure;
        }
        response.resetBuffer();
        if (failure instanceof PermissionDenied) {
            events.publishEvent(failure);
        }
        if (failure instanceof SignInTooOld) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, Answers.CHALLENGE + SignInTooOld.CHALLENGE);
        }
        if (failure instanceof ErrorResponse framework) {
            framework.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        return view.show(problem(failure, request), request, response);
    }

    /** The server itself refuses a body that breaks off, before whoever reads it hears of it. */
    private static boolean isAnsweredByServer(HttpServletResponse response) {
        return response.isCommitted() && response.getStatus() >= ProblemType.BAD_REQUEST.status();
    }

    /** Whether the filters around Spring MVC answer it, since they know how one signs in. */
    private static boolean isForSecurity(Exception failure) {
        return failure instanceof AccessDeniedException || failure instanceof AuthenticationException;
    }

    private static Problem problem(Exception failure, HttpServletRequest request) {
        return switch (failure) {
            case InvalidParameterException unreadable
            when request.getAttribute(Answers.TOLD) instanceof Problem told -> told;
            case InvalidParameterException unreadable -> of(ProblemType.ofStatus(unreadable.getErrorCode()));
            case BodyRefused refused -> refused.problem();
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable, request);
            case BindException invalid -> Problem.invalid(faults(invalid.getBindingResult()));
            case HandlerMethodValidationException invalid -> Problem.invalid(faults(invalid));
            case ConstraintViolationException invalid ->
                Problem.invalid(invalid.getConstraintViolations().stream()
                        .map(Faults::of)
                        .toList());
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case MissingServletRequestParameterException missing ->
                Problem.invalid(
                        List.of(new Fault(Faults.pointer(missing.getParameterName()), "is missing from the query")));
            default -> Problem.of(failure).orElseGet(() -> framework(failure, request));
        };
    }

    private static Problem framework(Exception failure, HttpServletRequest request) {
        int status = failure instanceof ErrorResponse response
                ? response.getStatusCode().value()
                : ProblemType.INTERNAL_ERROR.status();
        if (status < ProblemType.INTERNAL_ERROR.status()) {
            return of(ProblemType.ofStatus(status));
        }
        return Overload.isMeantBy(failure) || status == ProblemType.OVERLOADED.status()
                ? of(ProblemType.OVERLOADED).retryAfter(BUSY_RETRY_SECONDS)
                : unforeseen(failure, request);
    }

    private static Problem unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        if (unreadable.getCause() instanceof JacksonException cause) {
            return JsonFaults.of(cause)
                    .map(invalid -> Problem.invalid(invalid.faults()))
                    .orElseGet(() -> of(ProblemType.MALFORMED_JSON));
        }
        // Without a cause there was no value: no body at all, or the literal null.
        return JsonBody.of(request).length == 0
                ? of(ProblemType.MALFORMED_JSON)
                : Problem.invalid(List.of(new Fault("", "must not be null")));
    }

    /** A path that names nothing is not found; a query parameter of the wrong form is invalid input. */
    private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return of(ProblemType.NOT_FOUND);
        }
        String pointer = Faults.pointer(mismatch.getName());
        return Problem.invalid(InvalidInput.behind(mismatch)
                .map(refused -> refused.faults().stream()
                        .map(fault -> new Fault(pointer, fault.message()))
                        .toList())
                .orElseGet(() -> List.of(new Fault(pointer, "has the wrong form"))));
    }

    private static List<Fault> faults(BindingResult result) {
        return result.getAllErrors().stream().map(ProblemAdvice::fault).toList();
    }

    private static List<Fault> faults(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(result -> result instanceof ParameterErrors errors
                        ? errors.getAllErrors().stream().map(ProblemAdvice::fault)
                        : faults(result).stream())
                .toList();
    }

    private static List<Fault> faults(ParameterValidationResult result) {
        String name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "");
        return result.getResolvableErrors().stream()
                .map(error -> new Fault(Faults.pointer(name), message(error)))
                .toList();
    }

    private static Fault fault(ObjectError error) {
        if (error instanceof FieldError field) {
            // What Spring says of a value that it cannot convert names classes.
            return new Fault(
                    Faults.pointer(field.getField()), field.isBindingFailure() ? "has the wrong form" : message(field));
        }
        return new Fault("", message(error));
    }

    private static String message(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
    }

    private static Problem unforeseen(Exception failure, HttpServletRequest request) {
        UUID id = Ids.next();
        LOG.error("{} {} failed, recorded as {}", request.getMethod(), place(request), id, failure);
        return of(ProblemType.INTERNAL_ERROR).with("id", id.toString());
    }

    /** By the pattern of the address where there is one, for the addresses of carts and orders are secrets. */
    private static Object place(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? request.getRequestURI() : pattern;
    }

    private static Problem of(ProblemType type) {
        return Problem.of(type, type.meaning());
    }
}
