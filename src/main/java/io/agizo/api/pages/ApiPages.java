package io.agizo.api.pages;

import io.agizo.api.ProblemType;
import io.agizo.shared.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages that explain each problem. */
@Controller
class ApiPages {

    @GetMapping("/problems")
    String problems(Model model) {
        model.addAttribute("problems", ProblemType.values());
        return "api/problems";
    }

    @GetMapping("/problems/{slug}")
    String problem(@PathVariable String slug, Model model) {
        model.addAttribute(
                "problem",
                ProblemType.ofSlug(slug).orElseThrow(() -> new NotFound("There is no problem of that name.")));
        return "api/problem";
    }
}
