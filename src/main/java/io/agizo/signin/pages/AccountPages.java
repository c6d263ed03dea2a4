package io.agizo.signin.pages;

import io.agizo.accounts.Account;
import io.agizo.accounts.Accounts;
import io.agizo.identity.Caller;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.shared.InvalidInput;
import io.agizo.signin.ChangeDetails;
import io.agizo.signin.ChoosePassword;
import io.agizo.signin.PresentProof;
import io.agizo.signin.ProveEmail;
import io.agizo.signin.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which people change who they are and the password that protects their account. */
@Controller
class AccountPages {

    private final Accounts accounts;
    private final ChoosePassword passwords;
    private final ChangeDetails changeDetails;
    private final PresentProof present;
    private final ProveEmail proveEmail;

    AccountPages(
            Accounts accounts,
            ChoosePassword passwords,
            ChangeDetails changeDetails,
            PresentProof present,
            ProveEmail proveEmail) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.changeDetails = changeDetails;
        this.present = present;
        this.proveEmail = proveEmail;
    }

    @GetMapping("/account/details")
    String details(Caller caller, Model model) {
        Account own = accounts.own(caller);
        Form form = Form.of(Map.of(
                "name",
                own.name(),
                "phone",
                Objects.toString(phone(own), ""),
                "email",
                Objects.toString(own.email(), "")));
        return details(caller, form, model);
    }

    @PostMapping("/account/details")
    String details(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam @Nullable String email,
            @RequestParam(name = "present", defaultValue = "") String shown,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Form form = Form.of(Map.of("name", name, "phone", phone, "email", Objects.toString(email, "")));
        try {
            ChangeDetails.Outcome outcome = changeDetails.change(
                    caller, new ChangeDetails.Wish(name, phone, email, shown), locale, request, response);
            redirect.addFlashAttribute("notice", Message.of(outcome.linkMailed() ? "details.mailed" : "account.saved"));
            if (outcome.codeSent()) {
                return "redirect:/login/code";
            }
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return details(caller, form.refused(invalid), model);
        } catch (TooManyTries tooMany) {
            return details(caller, SignInFaults.of(tooMany, response, form), model);
        }
        return "redirect:/account";
    }

    @GetMapping("/account/password")
    String password(Caller caller, Model model) {
        return password(caller, Form.blank(), model);
    }

    @PostMapping("/account/password")
    String password(
            Caller caller,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        try {
            passwords.change(caller, present, password, request);
            return saved(redirect);
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return password(caller, Form.blank().refused(invalid), model);
        } catch (TooManyTries tooMany) {
            return password(caller, SignInFaults.of(tooMany, response, Form.blank()), model);
        }
    }

    private static String saved(RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", Message.of("account.saved"));
        return "redirect:/account";
    }

    private String details(Caller caller, Form form, Model model) {
        model.addAttribute("view", new DetailsView(proveEmail.isPossible(), present.of(caller), form));
        return "storefront/account-details";
    }

    private String password(Caller caller, Form form, Model model) {
        model.addAttribute("view", new PasswordView(passwords.has(caller), present.of(caller), form));
        return "storefront/account-password";
    }

    private static @Nullable String phone(Account account) {
        return account.phone() == null ? null : account.phone().e164();
    }
}
