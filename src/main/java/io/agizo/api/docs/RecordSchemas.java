package io.agizo.api.docs;

import com.fasterxml.jackson.databind.JavaType;
import io.agizo.api.Page;
import io.agizo.shared.Money;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Says of records what their types say: a component that is not nullable is always there, another may be null. */
@Component
@Lazy
class RecordSchemas implements ModelConverter {

    private static final String REFERENCE = "#/components/schemas/";
    private static final String NULL = "null";

    /** What a record's name says of its part in the code and not of what it shows. */
    private static final Pattern ROLE = Pattern.compile("(View|Body|Controller)$");

    /** Classes that Java's patterns know and those of JSON Schema do not. */
    private static final Pattern JAVA_ONLY = Pattern.compile("\\\\p|\\[[^\\]]*\\[");

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json.mapper().constructType(type.getType());
        Class<?> raw = java == null ? Object.class : java.getRawClass();
        if (raw.isRecord() && type.getName() == null) {
            type.name(name(java));
        }
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (schema != null && raw.isRecord()) {
            describe(model(schema, context), raw.getRecordComponents());
        }
        return schema;
    }

    private static String name(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw == Page.class && type.containedTypeCount() == 1) {
            return name(type.containedType(0)) + raw.getSimpleName();
        }
        String own = ROLE.matcher(raw.getSimpleName()).replaceFirst("");
        Class<?> enclosing = raw.getEnclosingClass();
        return enclosing == null ? own : ROLE.matcher(enclosing.getSimpleName()).replaceFirst("") + own;
    }

    private static Schema<?> model(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        Schema<?> model =
                reference == null ? null : context.getDefinedModels().get(reference.substring(REFERENCE.length()));
        return model == null ? schema : model;
    }

    private static void describe(Schema<?> model, RecordComponent[] components) {
        var properties = model.getProperties();
        if (properties == null) {
            return;
        }
        for (RecordComponent component : components) {
            Schema<?> property = properties.get(component.getName());
            if (property == null) {
                continue;
            }
            Schema<?> described = described(property, component.getType());
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                described = nullable(described);
            } else if (model.getRequired() == null || !model.getRequired().contains(component.getName())) {
                model.addRequiredItem(component.getName());
            }
            properties.put(component.getName(), described);
        }
    }

    private static Schema<?> described(Schema<?> schema, Class<?> type) {
        if (schema.getOneOf() != null) {
            return new Schema<>().oneOf(schema.getOneOf()).description(schema.getDescription());
        }
        if (type == BigDecimal.class) {
            Schema<?> number = new Schema<>().description("A decimal number, or a string that holds one");
            number.addType("string");
            number.addType("number");
            return number;
        }
        if (type == Money.class) {
            schema.setPattern("^[0-9]+(\\.[0-9]+)?$");
            schema.setDescription("A decimal number with the currency's own number of decimals");
        } else if (schema.getPattern() != null) {
            schema.setPattern(pattern(schema.getPattern()));
        }
        return schema;
    }

    /** Java matches a pattern against the whole of a text, JSON Schema against any part of it. */
    private static @Nullable String pattern(String java) {
        if (java.startsWith("^")) {
            return java;
        }
        return JAVA_ONLY.matcher(java).find() ? null : "^(?:" + java + ")$";
    }

    private static Schema<?> nullable(Schema<?> schema) {
        // A list of words allows null only if it names it, which this library cannot write.
        if (schema.getTypes() != null && schema.getEnum() == null) {
            schema.addType(NULL);
            return schema;
        }
        Schema<?> nothing = new Schema<>();
        nothing.addType(NULL);
        if (schema.getOneOf() != null) {
            schema.addOneOfItem(nothing);
            return schema;
        }
        return new Schema<>().anyOf(List.of(schema, nothing));
    }
}
