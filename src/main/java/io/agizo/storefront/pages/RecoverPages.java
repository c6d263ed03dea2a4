package io.agizo.storefront.pages;

import io.agizo.accounts.signin.AskForCode;
import io.agizo.accounts.signin.ChoosePassword;
import io.agizo.accounts.signin.LetIn;
import io.agizo.accounts.signin.TooManyTries;
import io.agizo.api.pages.Form;
import io.agizo.shared.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
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
    private final ChoosePassword passwords;
    private final LetIn letIn;

    RecoverPages(AskForCode askForCode, ChoosePassword passwords, LetIn letIn) {
        this.askForCode = askForCode;
        this.passwords = passwords;
        this.letIn = letIn;
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

    @GetMapping("/recover/new")
    String choose(Model model) {
        return choose(Form.blank(), model);
    }

    @PostMapping("/recover/new")
    String choose(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            return "redirect:"
                    + letIn.byOneTimeLink(passwords.recover(code, password, locale, request), request, response);
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return choose(Form.blank().refused(invalid), model);
        } catch (TooManyTries tooMany) {
            return choose(SignInFaults.of(tooMany, response, Form.blank()), model);
        }
    }

    private static String recover(Form form, Model model) {
        model.addAttribute("view", new RecoverView(false, form));
        return "storefront/recover";
    }

    private static String choose(Form form, Model model) {
        model.addAttribute("view", new NewPasswordView(null, form));
        return "storefront/recover-new";
    }
}
