package io.agizo.signin.pages;

import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.pages.MessageView;
import io.agizo.shared.InvalidInput;
import io.agizo.signin.AskForCode;
import io.agizo.signin.RecoverAccount;
import io.agizo.signin.RecoveryLinks;
import io.agizo.signin.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which people who lost their password get back in. */
@Controller
class RecoverPages {

    private final AskForCode askForCode;
    private final RecoveryLinks links;
    private final RecoverAccount recoverAccount;

    RecoverPages(AskForCode askForCode, RecoveryLinks links, RecoverAccount recoverAccount) {
        this.askForCode = askForCode;
        this.links = links;
        this.recoverAccount = recoverAccount;
    }

    @GetMapping("/recover")
    String recover(Model model) {
        return recover(Form.blank(), model);
    }

    @PostMapping("/recover")
    String recover(
            @RequestParam(defaultValue = "") String contact,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(Map.of("contact", contact));
        try {
            if (links.arePossible() && contact.contains("@")) {
                links.send(contact, locale, request);
                return "redirect:/recover/mailed";
            }
            askForCode.toSignIn(contact, locale, request, response);
            return "redirect:/recover/new";
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return recover(
                    form.refused(
                            "contact", "form.fault", invalid.faults().getFirst().message()),
                    model);
        } catch (TooManyTries tooMany) {
            return recover(SignInFaults.of(tooMany, response, form), model);
        }
    }

    @GetMapping("/recover/mailed")
    String mailed(Model model) {
        model.addAttribute(
                "view",
                new MessageView(
                        Message.of("recover.title"),
                        Message.of("recovery.mailed"),
                        "/recover",
                        Message.of("recover.again")));
        return "storefront/message";
    }

    @GetMapping("/recover/new")
    String choose(@RequestParam @Nullable String token, Model model) {
        return choose(token, Form.blank(), model);
    }

    @PostMapping("/recover/new")
    String choose(
            @RequestParam(defaultValue = "") String code,
            @RequestParam @Nullable String token,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            String next = token == null
                    ? recoverAccount.byCode(code, password, locale, request, response)
                    : recoverAccount.byLink(token, password, request, response);
            return "redirect:" + next;
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return choose(token, Form.blank().refused(invalid), model);
        } catch (TooManyTries tooMany) {
            return choose(token, SignInFaults.of(tooMany, response, Form.blank()), model);
        }
    }

    private String recover(Form form, Model model) {
        model.addAttribute("view", new RecoverView(links.arePossible(), form));
        return "storefront/recover";
    }

    private static String choose(@Nullable String token, Form form, Model model) {
        model.addAttribute("view", new NewPasswordView(token, form));
        return "storefront/recover-new";
    }
}
