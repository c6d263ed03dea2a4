package io.agizo.office.pages.order;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.PrintKind;
import io.agizo.pages.Message;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which paper this browser's printer holds, and a page to try it with. */
@Controller
@RequestMapping("/office/settings/printing")
class PrintSettingsPages {

    @GetMapping
    String settings(Caller caller, HttpServletRequest request, Model model) {
        caller.must(Permission.ORDERS_READ);
        model.addAttribute(
                "view",
                new PrintingView(
                        PaperChoice.of(null, PrintKind.SLIP, request),
                        PaperChoice.of(null, PrintKind.RECEIPT, request),
                        PaperChoice.of(null, PrintKind.PICK_LIST, request)));
        return "office/order/printing";
    }

    /** What is no paper leaves the choice as it was. */
    @PostMapping
    String choose(
            Caller caller,
            @RequestParam(required = false) @Nullable String slip,
            @RequestParam(required = false) @Nullable String receipt,
            @RequestParam(required = false) @Nullable String pickList,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        caller.must(Permission.ORDERS_READ);
        Paper.of(slip).ifPresent(paper -> PaperChoice.keep(PrintKind.SLIP, paper, request, response));
        Paper.of(receipt).ifPresent(paper -> PaperChoice.keep(PrintKind.RECEIPT, paper, request, response));
        Paper.of(pickList).ifPresent(paper -> PaperChoice.keep(PrintKind.PICK_LIST, paper, request, response));
        redirect.addFlashAttribute("notice", Message.of("printing.saved"));
        return "redirect:/office/settings/printing";
    }

    @GetMapping("/test")
    String test(
            Caller caller,
            @RequestParam(required = false) @Nullable String paper,
            HttpServletRequest request,
            Model model) {
        caller.must(Permission.ORDERS_READ);
        model.addAttribute("paper", PaperChoice.of(paper, PrintKind.RECEIPT, request));
        return "office/order/testpage";
    }
}
