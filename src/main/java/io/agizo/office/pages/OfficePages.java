package io.agizo.office.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everyone at work begins: it leads to what they may do. */
@Controller
class OfficePages {

    @GetMapping("/office")
    String office() {
        return "office/front";
    }
}
