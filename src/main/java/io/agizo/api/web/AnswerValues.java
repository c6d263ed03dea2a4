package io.agizo.api.web;

import io.agizo.api.Answer;
import io.agizo.api.Answers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Writes an {@link Answer} that a controller returns as it is, past all negotiation. */
final class AnswerValues implements HandlerMethodReturnValueHandler {

    private final Answers answers;

    AnswerValues(Answers answers) {
        this.answers = answers;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return returnType.getParameterType() == Answer.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter returnType, ModelAndViewContainer view, NativeWebRequest request)
            throws IOException {
        view.setRequestHandled(true);
        answers.write(
                (Answer) Objects.requireNonNull(value),
                (HttpServletRequest) request.getNativeRequest(),
                (HttpServletResponse) Objects.requireNonNull(request.getNativeResponse()));
    }
}
