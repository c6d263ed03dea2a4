package io.agizo.api.pages;

import io.agizo.api.ProblemType;
import io.agizo.shared.NotFound;
import io.agizo.shared.Shop;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The front page, as long as there is no storefront, and the pages that explain each problem. */
@Controller
class ApiPages {

    private final Shop shop;
    private final boolean demo;

    ApiPages(Shop shop, @Value("${agizo.demo.active:false}") boolean demo) {
        this.shop = shop;
        this.demo = demo;
    }

    @GetMapping("/")
    String front(Model model) {
        model.addAttribute("shop", shop.name());
        model.addAttribute("demo", demo);
        return "api/front";
    }

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
