package io.agizo.api.web;

import io.agizo.api.Answers;
import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers what failed outside Spring MVC, in a filter or in the server, with a problem document as well. */
@Controller
final class ErrorAnswers implements ErrorController {

    private final ProblemView view;

    ErrorAnswers(ProblemView view) {
        this.view = view;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    @Nullable ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Whoever asks for this address themselves has met no error, and finds nothing here.
        if (request.getAttribute(Answers.TOLD) instanceof Problem told) {
            return view.show(told, request, response);
        }
        ProblemType type = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? ProblemType.ofStatus(status)
                : ProblemType.NOT_FOUND;
        return view.show(Problem.of(type, type.meaning()), request, response);
    }
}
