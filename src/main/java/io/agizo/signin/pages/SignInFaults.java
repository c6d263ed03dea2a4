package io.agizo.signin.pages;

import io.agizo.pages.Form;
import io.agizo.signin.NumberTaken;
import io.agizo.signin.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.WebAttributes;

/** Says on a form why somebody was not let in. */
final class SignInFaults {

    private static final int SECONDS_PER_MINUTE = 60;

    private SignInFaults() {}

    /** What Spring Security found wrong with the form that was handed on to this page. */
    static Form of(HttpServletRequest request, HttpServletResponse response, Form form, String field, String wrong) {
        Object reason = request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
        if (reason instanceof TooManyTries tooMany) {
            return of(tooMany, response, form);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form.refused(field, reason instanceof NumberTaken ? "signin.taken" : wrong);
    }

    static Form of(TooManyTries tooMany, HttpServletResponse response, Form form) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.waitSeconds()));
        return tooMany.isOfTexts()
                ? form.refused("", "signin.texts", String.valueOf(tooMany.waitSeconds() / SECONDS_PER_MINUTE + 1))
                : form.refused("", "signin.wait", String.valueOf(tooMany.waitSeconds()));
    }
}
