package io.agizo.office.pages.order;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
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
    private record Press(
            Caller caller,
            OrderNumber number,
            @Nullable Integer version,
            Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {}

    @PostMapping("/accept")
    String accept(
            Caller caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Press press = press(caller, Permission.ORDERS_DECIDE, number, version, fields, response, redirect, model);
        return step(press, StepKind.ACCEPT, () -> decide.accept(caller, press.number(), version));
    }

    @PostMapping("/reject")
    String reject(
            Caller caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam MultiValueMap<String, String> all,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Press press = press(
                caller, Permission.ORDERS_DECIDE, number, version, withReason(fields, all), response, redirect, model);
        return step(press, StepKind.REJECT, () -> {
            String why = checked(reason(all));
            if (why == null) {
                throw new InvalidInput("/reason", "is required");
            }
            return decide.reject(caller, press.number(), version, why);
        });
    }

    @PostMapping("/cancel")
    String cancel(
            Caller caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam MultiValueMap<String, String> all,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Press press = press(
                caller, Permission.ORDERS_CANCEL, number, version, withReason(fields, all), response, redirect, model);
        return step(press, StepKind.CANCEL, () -> cancel.cancel(caller, press.number(), version, checked(reason(all))));
    }

    @PostMapping("/fulfil")
    String fulfil(
            Caller caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Press press = press(caller, Permission.ORDERS_FULFIL, number, version, fields, response, redirect, model);
        return step(
                press, StepKind.FULFIL, () -> fulfil.fulfil(caller, press.number(), version, TypedUnits.of(fields)));
    }

    @PostMapping("/return")
    String takeBack(
            Caller caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "true") boolean restock,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Press press = press(caller, Permission.ORDERS_FULFIL, number, version, fields, response, redirect, model);
        return step(
                press,
                StepKind.RETURN,
                () -> takeBack.takeBack(caller, press.number(), version, TypedUnits.of(fields), restock));
    }

    /** Goes to the list: the order is not there any more. */
    @PostMapping("/delete")
    String delete(
            Caller caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable Boolean restock,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Press press = press(caller, Permission.ORDERS_DELETE, number, version, fields, response, redirect, model);
        return done(press, StepKind.DELETE, "/office/orders", () -> {
            strike.strike(caller, press.number(), version, restock);
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

    private static Map<String, String> withReason(Map<String, String> fields, MultiValueMap<String, String> all) {
        Map<String, String> typed = new HashMap<>(fields);
        typed.put("reason", Objects.requireNonNullElse(reason(all), ""));
        return typed;
    }

    private static Press press(
            Caller caller,
            Permission needed,
            String number,
            @Nullable Integer version,
            Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return new Press(caller, OrderSheet.number(caller, needed, number), version, fields, response, redirect, model);
    }

    private String step(Press press, StepKind step, Supplier<@Nullable Decision> work) {
        return done(press, step, "/office/orders/" + press.number(), work);
    }

    /** A second press of the same person finds what the first did, and is shown the one order. */
    private String done(Press press, StepKind step, String next, Supplier<@Nullable Decision> work) {
        Form typed = Form.of(press.fields());
        Form refused;
        OrderView present = null;
        try {
            Decision decision = work.get();
            if (decision == null || decision instanceof Decision.Taken) {
                return goOn(press, step, next);
            }
            present = sheet.order(press.caller(), press.number());
            if (refusals.isOwnSecondPress(press.caller(), present, decision)) {
                return goOn(press, step, next);
            }
            refused = refusals.tooLate(present, typed, press.response());
        } catch (Stale changed) {
            present = sheet.order(press.caller(), press.number());
            if (refusals.isOwnSecondPress(press.caller(), present, step)) {
                return goOn(press, step, next);
            }
            refused = refusals.tooLate(present, typed, press.response());
        } catch (Conflict conflict) {
            refused = refusals.conflict(conflict, typed, press.response());
        } catch (InvalidInput invalid) {
            refused = refusals.invalid(invalid, typed, press.response());
        }
        OrderView order = present == null ? sheet.order(press.caller(), press.number()) : present;
        String back = WayBack.own(press.fields().get("back"));
        return sheet.show(press.caller(), order, step, refused, back, press.model());
    }

    private static String goOn(Press press, StepKind step, String next) {
        String words = "order.done." + step.name().toLowerCase(Locale.ROOT);
        press.redirect()
                .addFlashAttribute("notice", Message.of(words, press.number().value()));
        return "redirect:" + WayBack.or(press.fields().get("back"), next);
    }
}
