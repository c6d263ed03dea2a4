package io.agizo.signin.pages;

import io.agizo.pages.Form;
import io.agizo.shared.InvalidInput;
import io.agizo.signin.AskForCode;
import io.agizo.signin.ProveEmail;
import io.agizo.signin.TooManyTries;
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

/** The page on which shoppers open an account. */
@Controller
class SignupPages {

    private final AskForCode askForCode;
    private final ProveEmail proveEmail;

    SignupPages(AskForCode askForCode, ProveEmail proveEmail) {
        this.askForCode = askForCode;
        this.proveEmail = proveEmail;
    }

    @GetMapping("/signup")
    String signup(Model model) {
        return show(Form.blank(), model);
    }

    /** The same for a number that has an account: its owner gets a code, and comes in by it as ever. */
    @PostMapping("/signup")
    String signup(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(Map.of("name", name, "phone", phone, "email", email));
        try {
            askForCode.toSignUp(name, phone, email, password, locale, request, response);
            return "redirect:/login/code";
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(form.refused(invalid), model);
        } catch (TooManyTries tooMany) {
            return show(SignInFaults.of(tooMany, response, form), model);
        }
    }

    private String show(Form form, Model model) {
        model.addAttribute("view", new SignupView(proveEmail.isPossible(), form));
        return "storefront/signup";
    }
}
