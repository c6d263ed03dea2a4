package io.agizo.office.pages.order;

import io.agizo.identity.Caller;
import io.agizo.orders.CancelOrder;
import io.agizo.orders.DecideOrder;
import io.agizo.orders.Decision;
import io.agizo.orders.FulfilOrder;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderView;
import io.agizo.orders.ReturnOrder;
import io.agizo.orders.StepKind;
import io.agizo.orders.VoidOrder;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Stale;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done to an order at one press. Every form may name the version it was shown for, and where to go on. */
@Controller
@RequestMapping(OrderSheet.PATH)
class OrderStepPages {

    /** As the API has it; the customer reads it in a text. */
    private static final int LONGEST_REASON = 200;

    private final OrderSheet sheet;
    private final OrderRefusals refusals;
    private final DecideOrder decide;
    private final FulfilOrder fulfil;
    private final ReturnOrder takeBack;
    private final CancelOrder cancel;
    private final VoidOrder strike;

    OrderStepPages(
            OrderSheet sheet,
            OrderRefusals refusals,
            DecideOrder decide,
            FulfilOrder fulfil,
            ReturnOrder takeBack,
            CancelOrder cancel,
            VoidOrder strike) {
        this.sheet = sheet;
        this.refusals = refusals;
        this.decide = decide;
        this.fulfil = fulfil;
        this.takeBack = takeBack;
        this.cancel = cancel;
        this.strike = strike;
    }

    /** One press: whose it is, which order it is for, and all that was typed. */
    record Press(
            Caller caller,
            String number,
            @Nullable Integer version,
            Form typed,
            @Nullable String reason,
            HttpServletResponse response,
            RedirectAttributes redirect) {}

    @ModelAttribute
    Press press(
            Caller caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam MultiValueMap<String, String> all,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Map<String, String> fields = new HashMap<>(all.toSingleValueMap());
        String reason = reason(all);
        fields.computeIfPresent("reason", (field, first) -> Objects.requireNonNullElse(reason, ""));
        return new Press(caller, number, version, Form.of(fields), reason, response, redirect);
    }

    @PostMapping("/accept")
    String accept(@ModelAttribute(binding = false) Press press, Model model) {
        return step(press, StepKind.ACCEPT, model, order -> decide.accept(press.caller(), order, press.version()));
    }

    @PostMapping("/reject")
    String reject(@ModelAttribute(binding = false) Press press, Model model) {
        return step(press, StepKind.REJECT, model, order -> {
            String why = checked(press.reason());
            if (why == null) {
                throw new InvalidInput("/reason", "is required");
            }
            return decide.reject(press.caller(), order, press.version(), why);
        });
    }

    @PostMapping("/cancel")
    String cancel(@ModelAttribute(binding = false) Press press, Model model) {
        return step(
                press,
                StepKind.CANCEL,
                model,
                order -> cancel.cancel(press.caller(), order, press.version(), checked(press.reason())));
    }

    @PostMapping("/fulfil")
    String fulfil(@ModelAttribute(binding = false) Press press, Model model) {
        return step(
                press,
                StepKind.FULFIL,
                model,
                order -> fulfil.fulfil(
                        press.caller(),
                        order,
                        press.version(),
                        TypedUnits.of(press.typed().typed())));
    }

    @PostMapping("/return")
    String takeBack(
            @ModelAttribute(binding = false) Press press,
            @RequestParam(defaultValue = "true") boolean restock,
            Model model) {
        return step(
                press,
                StepKind.RETURN,
                model,
                order -> takeBack.takeBack(
                        press.caller(),
                        order,
                        press.version(),
                        TypedUnits.of(press.typed().typed()),
                        restock));
    }

    @PostMapping("/delete")
    String delete(
            @ModelAttribute(binding = false) Press press,
            @RequestParam(required = false) @Nullable Boolean restock,
            Model model) {
        return step(press, StepKind.DELETE, model, order -> {
            strike.strike(press.caller(), order, press.version(), restock);
            return null;
        });
    }

    /** The last that says something: own words stand behind the ready-made ones. */
    static @Nullable String reason(MultiValueMap<String, String> typed) {
        String reason = null;
        for (String words : typed.getOrDefault("reason", List.of())) {
            reason = words.isBlank() ? reason : words.strip();
        }
        return reason;
    }

    private static @Nullable String checked(@Nullable String reason) {
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new InvalidInput("/reason", "must be at most " + LONGEST_REASON + " characters long");
        }
        return reason;
    }

    /** A second press of the same person finds what the first did, and is shown the one order. */
    private String step(Press press, StepKind step, Model model, Function<OrderNumber, @Nullable Decision> work) {
        OrderNumber number = OrderSheet.number(press.caller(), step.needs(), press.number());
        Form refused;
        OrderView present = null;
        try {
            Decision decision = work.apply(number);
            if (decision == null || decision instanceof Decision.Taken) {
                return goOn(press, step, number);
            }
            present = sheet.order(press.caller(), number);
            if (refusals.isOwnSecondPress(press.caller(), present, decision)) {
                return goOn(press, step, number);
            }
            refused = refusals.tooLate(present, press.typed(), press.response());
        } catch (Stale changed) {
            present = sheet.order(press.caller(), number);
            if (refusals.isOwnSecondPress(press.caller(), present, step)) {
                return goOn(press, step, number);
            }
            refused = refusals.tooLate(present, press.typed(), press.response());
        } catch (Conflict conflict) {
            refused = refusals.conflict(conflict, press.typed(), press.response());
        } catch (InvalidInput invalid) {
            refused = refusals.invalid(invalid, press.typed(), press.response());
        }
        OrderView order = present == null ? sheet.order(press.caller(), number) : present;
        return sheet.show(
                press.caller(), order, step, refused, WayBack.own(press.typed().typed("back")), model);
    }

    /** On to the list after a deletion, since the order is not there any more. */
    private static String goOn(Press press, StepKind step, OrderNumber number) {
        String words = "order.done." + step.name().toLowerCase(Locale.ROOT);
        press.redirect().addFlashAttribute("notice", Message.of(words, number.value()));
        String next = step == StepKind.DELETE ? "/office/orders" : "/office/orders/" + number;
        return "redirect:" + WayBack.or(press.typed().typed("back"), next);
    }
}
