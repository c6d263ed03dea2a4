package io.agizo.api.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.agizo.api.Answer;
import io.agizo.api.Creates;
import io.agizo.api.CsvFile;
import io.agizo.api.Downloads;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** Completes what is said of the answers to a request that is done. */
final class SuccessDocs {

    private static final boolean OPENAPI_31 = true;

    private SuccessDocs() {}

    static List<ApiResponse> of(ApiResponses responses) {
        List<ApiResponse> successes = new ArrayList<>();
        responses.forEach((status, response) -> {
            if (status.startsWith("2")) {
                successes.add(response);
            }
        });
        return successes;
    }

    static void complete(ApiResponses responses, Components components, HandlerMethod handler) {
        Creates creates = handler.getMethodAnnotation(Creates.class);
        if (creates != null) {
            responses.remove("200");
            responses.addApiResponse("201", created(creates, components));
        }
        Downloads downloads = handler.getMethodAnnotation(Downloads.class);
        if (downloads != null) {
            addTable(responses, downloads);
        }
        if (handler.getReturnType().getParameterType() == Answer.class) {
            of(responses).forEach(SuccessDocs::describeTag);
            if (responses.get("201") != null) {
                describeCreated(responses.get("201"));
            }
        } else {
            of(responses).forEach(success -> describeBody(success.getContent(), components, handler));
        }
    }

    private static ApiResponse created(Creates creates, Components components) {
        MediaType body =
                new MediaType().schema(schema(creates.value(), components)).example(read(creates.example()));
        return new ApiResponse()
                .description(creates.description())
                .content(new Content().addMediaType("application/json", body));
    }

    /** Beside what is said of the list in JSON, should that be known already: which comes first is left to chance. */
    private static void addTable(ApiResponses responses, Downloads downloads) {
        ApiResponse success = responses.computeIfAbsent("200", status -> new ApiResponse().description("OK"));
        if (success.getContent() == null) {
            success.setContent(new Content());
        }
        MediaType body = new MediaType().schema(new StringSchema()).example(downloads.value());
        success.getContent().addMediaType(CsvFile.MEDIA_TYPE, body);
    }

    private static Object read(String json) {
        try {
            return Json31.mapper().readTree(json);
        } catch (JsonProcessingException slip) {
            throw new IllegalStateException("An example is not JSON: " + json, slip);
        }
    }

    private static void describeCreated(ApiResponse created) {
        created.addHeaderObject("Location", ProblemDocs.header("Where to read what was created", new StringSchema()));
    }

    private static void describeTag(ApiResponse success) {
        success.addHeaderObject("ETag", ProblemDocs.header("Its entity tag, if it has one", new StringSchema()));
    }

    /** An example given by hand leaves the schema out, which is that of the method's own type. */
    private static void describeBody(@Nullable Content content, Components components, HandlerMethod handler) {
        if (content == null || content.values().stream().allMatch(body -> body.getSchema() != null)) {
            return;
        }
        Schema<?> schema = schema(handler.getReturnType().getGenericParameterType(), components);
        content.values().stream().filter(body -> body.getSchema() == null).forEach(body -> body.setSchema(schema));
    }

    private static Schema<?> schema(Type type, Components components) {
        ResolvedSchema resolved = ModelConverters.getInstance(OPENAPI_31)
                .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        resolved.referencedSchemas.forEach(components::addSchemas);
        return resolved.schema;
    }
}
