package io.agizo.api.web;

import io.agizo.api.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Puts together only so many pages of lists at once, and the others in the order in which they came: many that share the
 * processors all end late, and some much later than the rest. A page is sent when its turn is over, so whoever takes its
 * bytes slowly keeps nobody waiting.
 */
final class ListsInTurn extends RequestMappingHandlerAdapter {

    private final Semaphore turns;
    private final Duration patience;

    /** @param patience after so long without a turn, a request is refused as one too many */
    ListsInTurn(int atOnce, Duration patience) {
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    @Override
    protected @Nullable ModelAndView invokeHandlerMethod(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod method) throws Exception {
        if (method.getReturnType().getParameterType() != Page.class) {
            return super.invokeHandlerMethod(request, response, method);
        }
        if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        var whole = new ContentCachingResponseWrapper(response);
        ModelAndView view;
        try {
            view = super.invokeHandlerMethod(request, whole, method);
        } finally {
            turns.release();
        }
        whole.copyBodyToResponse();
        return view;
    }
}
