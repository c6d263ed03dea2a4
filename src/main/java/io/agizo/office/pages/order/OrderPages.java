package io.agizo.office.pages.order;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.notifications.SendAgain;
import io.agizo.notifications.SendAgain.Again;
import io.agizo.orders.ForeseeSteps;
import io.agizo.orders.KeepPrivateNote;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderView;
import io.agizo.orders.StepKind;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Stale;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one order, the note to colleagues on it, and its texts. */
@Controller
@RequestMapping(OrderSheet.PATH)
class OrderPages {

    private final OrderSheet sheet;
    private final KeepPrivateNote notes;
    private final SendAgain sendAgain;
    private final ForeseeSteps foresee;

    OrderPages(OrderSheet sheet, KeepPrivateNote notes, SendAgain sendAgain, ForeseeSteps foresee) {
        this.sheet = sheet;
        this.notes = notes;
        this.sendAgain = sendAgain;
        this.foresee = foresee;
    }

    /** A number that was typed or scanned in another form leads to the order's one address. */
    @GetMapping
    String order(
            Caller caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String back,
            Model model) {
        OrderView order = sheet.order(caller, OrderSheet.number(caller, Permission.ORDERS_READ, number));
        return number.equals(order.number().value())
                ? sheet.show(caller, order, null, Form.blank(), WayBack.own(back), model)
                : "redirect:/office/orders/" + order.number();
    }

    /** What the customer will read of a step and its reason, while the reason is being typed. */
    @GetMapping("/words")
    String words(
            Caller caller,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String step,
            @RequestParam MultiValueMap<String, String> all,
            Model model) {
        OrderView order = sheet.order(caller, OrderSheet.number(caller, Permission.ORDERS_READ, number));
        StepKind kind = switch (step) {
            case "reject" -> StepKind.REJECT;
            case "cancel" -> StepKind.CANCEL;
            default -> throw new NotFound("There is no such step.");
        };
        String words = foresee.words(caller, order, kind, OrderStepPages.reason(all));
        model.addAttribute("words", words == null ? "" : words);
        model.addAttribute("id", step + "-words");
        return "office/order/words";
    }

    @PostMapping("/private-note")
    String write(
            Caller caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "") String privateNote,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        OrderNumber order = OrderSheet.number(caller, Permission.ORDERS_EDIT, number);
        Form typed = Form.of(Map.of("privateNote", privateNote));
        try {
            notes.write(caller, order, version, privateNote);
            redirect.addFlashAttribute("notice", Message.of("order.private.saved"));
            return "redirect:/office/orders/" + order;
        } catch (Stale changed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            var now = notes.read(caller, order);
            typed = typed.refused("privateNote", "order.private.changed", now.by() == null ? "" : now.by(), now.note());
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            typed = typed.refused("privateNote", "form.fault", Objects.requireNonNull(invalid.getMessage()));
        }
        return sheet.show(caller, sheet.order(caller, order), null, typed, "", model);
    }

    @PostMapping("/texts/{id}/again")
    String again(
            Caller caller,
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean evenIfArrived,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        OrderNumber order = OrderSheet.number(caller, Permission.MESSAGES_SEND, number);
        Again again = sendAgain.send(caller, text(id), evenIfArrived);
        if (again instanceof Again.Queued) {
            redirect.addFlashAttribute("notice", Message.of("order.text.queued"));
            return "redirect:/office/orders/" + order;
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        String why = again instanceof Again.Refused refused
                ? "order.text." + refused.why().name().toLowerCase(Locale.ROOT).replace('_', '-')
                : "order.text.may-have-arrived";
        return sheet.show(caller, sheet.order(caller, order), null, Form.blank().refused("", why), "", model);
    }

    private static UUID text(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw new NotFound("There is no such text.");
        }
    }
}
