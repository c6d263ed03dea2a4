package io.agizo.api.docs;

import io.agizo.api.ForPerson;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.IfMatch;
import io.agizo.api.Needs;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.api.ProblemType;
import io.agizo.api.Refuses;
import io.agizo.api.Versioned;
import io.agizo.identity.Permission;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation what follows from the conventions: headers, paging, permissions and ways to be refused. */
@Component
@Lazy
class OperationDocs implements GlobalOperationComponentsCustomizer {

    /** What springdoc's interface asks for and it never calls where there is the other. */
    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        return customize(operation, new Components(), handler);
    }

    @Override
    public Operation customize(Operation operation, Components components, HandlerMethod handler) {
        SuccessDocs.complete(operation.getResponses(), components, handler);
        Set<ProblemType> problems = EnumSet.of(
                ProblemType.BAD_REQUEST,
                ProblemType.TOO_MANY_REQUESTS,
                ProblemType.INTERNAL_ERROR,
                ProblemType.OVERLOADED);
        secure(operation, handler, problems);
        describeInput(operation, handler, problems);
        describeKey(operation, handler, problems);
        describeTags(operation, handler, problems);
        describePaging(operation, handler);
        Refuses refuses = handler.getMethodAnnotation(Refuses.class);
        if (refuses != null) {
            problems.addAll(Arrays.asList(refuses.value()));
        }
        ProblemDocs.add(operation.getResponses(), problems);
        return operation;
    }

    private static void secure(Operation operation, HandlerMethod handler, Set<ProblemType> problems) {
        Needs needs = handler.getMethodAnnotation(Needs.class);
        ForPerson person = handler.getMethodAnnotation(ForPerson.class);
        if (needs == null) {
            List<String> scopes = person == null ? List.of() : List.of(person.value());
            operation.setSecurity(
                    List.of(new SecurityRequirement(), new SecurityRequirement().addList(OpenApiSetup.SCHEME, scopes)));
        } else {
            List<String> scopes =
                    Arrays.stream(needs.value()).map(Permission::scope).toList();
            operation.setSecurity((needs.oneOf() ? scopes.stream().map(List::of) : Stream.of(scopes))
                    .map(all -> new SecurityRequirement().addList(OpenApiSetup.SCHEME, all))
                    .toList());
            problems.add(ProblemType.PERMISSION_DENIED);
        }
        if (person != null) {
            problems.add(ProblemType.PERMISSION_DENIED);
        }
        problems.add(ProblemType.UNAUTHENTICATED);
        operation.setDescription(withPermission(operation, needs, person));
    }

    private static String withPermission(Operation operation, @Nullable Needs needs, @Nullable ForPerson person) {
        String open = person == null
                ? "Public."
                : "Public. To do it as the person who signed in, a program needs the scope `" + person.value() + "`.";
        String access = needs == null ? open : "Needs " + permissions(needs) + ".";
        return operation.getDescription() == null ? access : operation.getDescription() + "\n\n" + access;
    }

    private static String permissions(Needs needs) {
        return needs.value().length == 0
                ? "a token"
                : Arrays.stream(needs.value())
                        .map(permission -> "`" + permission.scope() + "`")
                        .collect(Collectors.joining(needs.oneOf() ? " or " : " and "));
    }

    private static void describeInput(Operation operation, HandlerMethod handler, Set<ProblemType> problems) {
        List<Parameter> parameters = Objects.requireNonNullElse(operation.getParameters(), List.of());
        if (operation.getRequestBody() != null) {
            problems.addAll(EnumSet.of(
                    ProblemType.MALFORMED_JSON,
                    ProblemType.TOO_SLOW,
                    ProblemType.TOO_LARGE,
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    ProblemType.INVALID_INPUT));
        }
        if (parameters.stream().anyMatch(parameter -> parameter.getIn().equals("query"))
                || takes(handler, PageRequest.class)) {
            problems.add(ProblemType.INVALID_INPUT);
            problems.add(ProblemType.URI_TOO_LONG);
        }
        if (parameters.stream().anyMatch(parameter -> parameter.getIn().equals("path"))) {
            problems.add(ProblemType.NOT_FOUND);
        }
        if (reads(handler)) {
            problems.add(ProblemType.NOT_ACCEPTABLE);
        }
    }

    private static void describeKey(Operation operation, HandlerMethod handler, Set<ProblemType> problems) {
        if (!takes(handler, IdempotencyKey.class)) {
            return;
        }
        operation.addParametersItem(new HeaderParameter()
                .name("Idempotency-Key")
                .description(
                        "Makes the request safe to repeat: under one key it is done once, and every repeat within 24 "
                                + "hours gets the first answer.")
                .schema(new StringSchema().minLength(1).maxLength(255).pattern("^[!-~]+$"))
                .example("order-2026-11-22-0001"));
        Header replayed = ProblemDocs.header("`true` on a repeat of the first answer", new StringSchema());
        SuccessDocs.of(operation.getResponses())
                .forEach(success -> success.addHeaderObject("Idempotency-Replayed", replayed));
        problems.addAll(EnumSet.of(
                ProblemType.IDEMPOTENCY_KEY_IN_FLIGHT, ProblemType.IDEMPOTENCY_KEY_REUSED, ProblemType.INVALID_INPUT));
    }

    private static void describeTags(Operation operation, HandlerMethod handler, Set<ProblemType> problems) {
        if (takes(handler, IfMatch.class)) {
            operation.addParametersItem(new HeaderParameter()
                    .name("If-Match")
                    .description("The entity tag of what you read: the change is refused if it has changed since.")
                    .schema(new StringSchema())
                    .example("\"3-7d0a1c9e5b2f4a68\""));
            problems.add(ProblemType.STALE);
        }
        if (!Versioned.class.isAssignableFrom(handler.getReturnType().getParameterType())) {
            return;
        }
        Header tag = ProblemDocs.header("The strong entity tag of this representation", new StringSchema());
        SuccessDocs.of(operation.getResponses()).forEach(success -> success.addHeaderObject("ETag", tag));
        if (reads(handler)) {
            operation.addParametersItem(new HeaderParameter()
                    .name("If-None-Match")
                    .description("The entity tag of what you have: nothing is sent if it is still the same.")
                    .schema(new StringSchema()));
            operation
                    .getResponses()
                    .addApiResponse(
                            "304",
                            new ApiResponse().description("You have it already").addHeaderObject("ETag", tag));
        }
    }

    private static void describePaging(Operation operation, HandlerMethod handler) {
        if (takes(handler, PageRequest.class)) {
            operation.addParametersItem(new QueryParameter()
                    .name("limit")
                    .description("How many items to show at most")
                    .schema(limit()));
            operation.addParametersItem(new QueryParameter()
                    .name("cursor")
                    .description("`nextCursor` of the page before; left out for the first page")
                    .schema(new StringSchema()));
        }
        if (handler.getReturnType().getParameterType() == Page.class) {
            Header link =
                    ProblemDocs.header("The next page, if there is one, as `<…>; rel=\"next\"`", new StringSchema());
            SuccessDocs.of(operation.getResponses()).forEach(success -> success.addHeaderObject("Link", link));
        }
    }

    private static Schema<?> limit() {
        IntegerSchema limit = new IntegerSchema();
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(PageRequest.MOST));
        limit.setDefault(PageRequest.USUAL);
        return limit;
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == type);
    }

    private static boolean reads(HandlerMethod handler) {
        return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), GetMapping.class);
    }
}
