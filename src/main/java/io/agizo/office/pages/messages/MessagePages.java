package io.agizo.office.pages.messages;

import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.notifications.ListMessages;
import io.agizo.notifications.MessageStatus;
import io.agizo.notifications.MessageView;
import io.agizo.notifications.SendAgain;
import io.agizo.notifications.SendAgain.Again;
import io.agizo.orders.OrderNumber;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which one sees what became of each text, and sends it again. */
@Controller
@RequestMapping(MessagePages.PATH)
class MessagePages {

    static final String PATH = "/office/messages";

    private static final List<String> STATUSES =
            Arrays.stream(MessageStatus.values()).map(MessageStatus::word).toList();

    private final ListMessages messages;
    private final SendAgain sendAgain;

    MessagePages(ListMessages messages, SendAgain sendAgain) {
        this.messages = messages;
        this.sendAgain = sendAgain;
    }

    @GetMapping
    String list(
            Caller caller,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String order,
            PageRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(Map.of("order", order));
        Page<MessageView> page = Page.empty();
        try {
            page = messages.page(
                    caller,
                    order.isBlank() ? null : InvalidInput.at("/order", () -> OrderNumber.parse(order)),
                    status.isBlank() ? null : InvalidInput.at("/status", () -> MessageStatus.of(status)),
                    request);
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            form = form.refused(invalid);
        }
        model.addAttribute("view", new MessagesView(STATUSES, status, form, page.items(), page.nextCursor()));
        return "office/messages/list";
    }

    @GetMapping("/{id}")
    String text(Caller caller, @PathVariable String id, Model model) {
        return show(messages.get(caller, id(id)), Form.blank(), false, model);
    }

    /** One that may have arrived is sent again only if {@code sure}: the page asks first. */
    @PostMapping("/{id}/again")
    String again(
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean sure,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return switch (sendAgain.send(caller, id(id), sure)) {
            case Again.Queued queued -> {
                redirect.addFlashAttribute("notice", Message.of("messages.queued"));
                yield "redirect:" + PATH + "/" + id;
            }
            case Again.MayHaveArrived doubtful -> show(doubtful.text(), Form.blank(), true, model);
            case Again.Refused refused -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                String why = refused.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
                yield show(refused.text(), Form.blank().refused("", "messages.refused." + why), false, model);
            }
        };
    }

    private static String show(MessageView text, Form form, boolean asks, Model model) {
        model.addAttribute("view", new MessagePageView(text, form, asks));
        return "office/messages/text";
    }

    private static UUID id(String path) {
        try {
            return UUID.fromString(path);
        } catch (IllegalArgumentException noId) {
            throw new NotFound("There is no such text.");
        }
    }
}
