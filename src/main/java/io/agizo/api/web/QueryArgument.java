package io.agizo.api.web;

import io.agizo.shared.InvalidInput;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads the query of a list into a record of texts and flags, a component for each parameter. Spring's own way of filling
 * records reads their generic types anew each time, which takes a list longer than all the rest of it.
 */
final class QueryArgument implements HandlerMethodArgumentResolver {

    private final Map<Class<?>, Form> forms = new ConcurrentHashMap<>();

    private record Form(Constructor<?> constructor, List<RecordComponent> fields) {

        static Form of(Class<?> type) {
            RecordComponent[] fields = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new Form(type.getDeclaredConstructor(types), List.of(fields));
            } catch (NoSuchMethodException noRecord) {
                throw new IllegalArgumentException(type + " is no record", noRecord);
            }
        }
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(ParameterObject.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Form form = forms.computeIfAbsent(parameter.getParameterType(), Form::of);
        @Nullable Object[] values = new @Nullable Object[form.fields().size()];
        for (int i = 0; i < values.length; i++) {
            RecordComponent field = form.fields().get(i);
            String text = request.getParameter(field.getName());
            values[i] = field.getType() == Boolean.class ? flag(field.getName(), text) : text;
        }
        return BeanUtils.instantiateClass(form.constructor(), values);
    }

    private static @Nullable Boolean flag(String name, @Nullable String text) {
        return switch (text) {
            case null -> null;
            case "" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidInput("/" + name, "must be true or false");
        };
    }
}
