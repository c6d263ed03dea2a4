package io.agizo.api.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Settles what can only be settled over all operations: names that generated clients can live with, and patches. */
@Component
@Lazy
@Order(0)
class Readability implements GlobalOpenApiCustomizer {

    private static final Pattern SERIAL = Pattern.compile("_[0-9]+$");
    private static final int RESOURCE = 3;

    @Override
    public void customise(OpenAPI api) {
        Paths paths = new Paths();
        api.getPaths().forEach((path, item) -> {
            for (Operation operation : item.readOperations()) {
                operation.setOperationId(name(path, operation.getOperationId()));
            }
            describePatch(item, api);
            writtenOut(path, item).forEach(paths::addPathItem);
        });
        api.setPaths(paths);
    }

    /** A parameter that stands for one of a few words becomes a path for each, as in {@code /imports/customers}. */
    private static Map<String, PathItem> writtenOut(String path, PathItem item) {
        Operation operation = item.readOperations().getFirst();
        List<Parameter> parameters = Objects.requireNonNullElse(operation.getParameters(), List.of());
        Optional<Parameter> choice = parameters.stream()
                .filter(parameter -> parameter.getIn().equals("path"))
                .filter(parameter -> parameter.getSchema().getEnum() != null)
                .findFirst();
        if (choice.isEmpty()) {
            return Map.of(path, item);
        }
        Map<String, PathItem> items = new LinkedHashMap<>();
        for (Object word : choice.get().getSchema().getEnum()) {
            PathItem own = new PathItem();
            item.readOperationsMap().forEach((method, each) -> own.operation(method, copy(each, choice.get(), word)));
            items.put(path.replace("{" + choice.get().getName() + "}", word.toString()), own);
        }
        return items;
    }

    private static Operation copy(Operation operation, Parameter choice, Object word) {
        String name = word.toString();
        return new Operation()
                .operationId(operation.getOperationId() + capitalized(name))
                .summary(operation.getSummary())
                .description(operation.getDescription())
                .tags(operation.getTags())
                .parameters(operation.getParameters().stream()
                        .filter(parameter -> !parameter.equals(choice))
                        .toList())
                .requestBody(operation.getRequestBody())
                .responses(operation.getResponses())
                .security(operation.getSecurity());
    }

    /** {@code list} of {@code /api/v1/orders} becomes {@code ordersList}, whatever other lists there are. */
    private static String name(String path, String method) {
        String plain = SERIAL.matcher(method).replaceFirst("");
        return path.split("/", -1)[RESOURCE] + capitalized(plain);
    }

    private static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** A patch has the fields of the whole, and may leave any of them out; one that requires none is a patch already. */
    private static void describePatch(PathItem item, OpenAPI api) {
        if (item.getPatch() == null || item.getPatch().getRequestBody() == null) {
            return;
        }
        for (MediaType body : item.getPatch().getRequestBody().getContent().values()) {
            String reference =
                    body.getSchema() == null ? null : body.getSchema().get$ref();
            String whole = reference == null ? "" : reference.substring(reference.lastIndexOf('/') + 1);
            Schema<?> fields = api.getComponents().getSchemas().get(whole);
            if (fields != null && fields.getRequired() != null) {
                Schema<?> patch = new ObjectSchema();
                patch.setProperties(fields.getProperties());
                api.getComponents().addSchemas(whole + "Patch", patch);
                body.setSchema(new Schema<>().$ref(whole + "Patch"));
            }
        }
    }
}
