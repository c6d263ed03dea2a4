package io.agizo.office.pages.orders;

import io.agizo.identity.Caller;
import io.agizo.office.SavedView;
import io.agizo.office.SavedViews;
import io.agizo.office.pages.ConfirmView;
import io.agizo.pages.Message;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps views of the list of orders under names. */
@Controller
@RequestMapping(SavedViewPages.PATH)
class SavedViewPages {

    static final String PATH = OrderListPages.PATH + "/views";

    private final SavedViews views;

    SavedViewPages(SavedViews views) {
        this.views = views;
    }

    /** A view that cannot be kept leaves the list as it is looked at. */
    @PostMapping
    String save(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "false") boolean shared,
            RedirectAttributes redirect) {
        ListQuery asked = ListQuery.parse(query);
        try {
            UUID id = views.save(caller, name, asked.query(), shared);
            redirect.addFlashAttribute("notice", Message.of("orders.view.saved", name.strip()));
            return to(asked, id);
        } catch (InvalidInput invalid) {
            redirect.addFlashAttribute(
                    "caution", Message.of("orders.view.name-wrong", String.valueOf(SavedViews.LONGEST_NAME)));
        } catch (Conflict conflict) {
            boolean taken = conflict.type().equals(SavedViews.NAME_TAKEN);
            redirect.addFlashAttribute(
                    "caution", Message.of(taken ? "orders.view.name-taken" : "orders.view.too-many", name.strip()));
        }
        return "redirect:" + OrderListPages.PATH + (asked.query().isEmpty() ? "" : "?" + asked.query());
    }

    @PostMapping("/{id}")
    String change(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String query,
            RedirectAttributes redirect) {
        ListQuery asked = ListQuery.parse(query);
        views.change(caller, id, asked.query());
        redirect.addFlashAttribute(
                "notice", Message.of("orders.view.saved", views.one(caller, id).name()));
        return to(asked, id);
    }

    @GetMapping("/{id}/remove")
    String askToRemove(Caller caller, @PathVariable UUID id, Model model) {
        SavedView view = views.one(caller, id);
        model.addAttribute(
                "view",
                new ConfirmView(
                        Message.of("orders.view.remove.sure", view.name()),
                        Message.of(view.shared() ? "orders.view.remove.shared" : "orders.view.remove.text"),
                        PATH + "/" + id + "/remove",
                        Message.of("orders.view.remove.go"),
                        OrderListPages.PATH,
                        Message.of("orders.view.keep")));
        return "office/confirm";
    }

    @PostMapping("/{id}/remove")
    String remove(Caller caller, @PathVariable UUID id, RedirectAttributes redirect) {
        String name = views.one(caller, id).name();
        views.remove(caller, id);
        redirect.addFlashAttribute("notice", Message.of("orders.view.removed", name));
        return "redirect:" + OrderListPages.PATH;
    }

    private static String to(ListQuery query, UUID id) {
        String question = query.query();
        return "redirect:" + OrderListPages.PATH + "?" + (question.isEmpty() ? "" : question + "&") + "view=" + id;
    }
}
