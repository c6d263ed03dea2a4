package io.agizo.signin.pages;

import io.agizo.accounts.Account;
import io.agizo.accounts.Accounts;
import io.agizo.identity.Caller;
import io.agizo.pages.Form;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.PhoneNumber;
import io.agizo.signin.AskForCode;
import io.agizo.signin.ChoosePassword;
import io.agizo.signin.TooManyTries;
import io.agizo.signin.WantedPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which people sign in. Spring Security takes the passwords and codes, and hands on what it refuses. */
@Controller
class LoginPages {

    private final AskForCode askForCode;
    private final ChoosePassword passwords;
    private final Accounts accounts;
    private final WantedPages wanted;

    LoginPages(AskForCode askForCode, ChoosePassword passwords, Accounts accounts, WantedPages wanted) {
        this.askForCode = askForCode;
        this.passwords = passwords;
        this.accounts = accounts;
        this.wanted = wanted;
    }

    @GetMapping("/login")
    String login(
            @RequestParam @Nullable String way,
            @RequestParam(defaultValue = "") String from,
            HttpServletResponse response,
            Model model) {
        wanted.leadBack(from, response);
        return login("code".equals(way), Form.blank(), model);
    }

    @PostMapping("/login/failed")
    String failed(
            @RequestParam(defaultValue = "") String username,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(Map.of("username", username));
        return login(false, SignInFaults.of(request, response, form, "", "signin.wrong"), model);
    }

    @PostMapping("/login/sms")
    String sendCode(
            @RequestParam(defaultValue = "") String phone,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(Map.of("phone", phone));
        try {
            askForCode.toSignIn(phone, locale, request, response);
            return "redirect:/login/code";
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return login(true, form.refused(invalid), model);
        } catch (TooManyTries tooMany) {
            return login(true, SignInFaults.of(tooMany, response, form), model);
        }
    }

    @GetMapping("/login/code")
    String code(HttpServletRequest request, Model model) {
        return code(Form.blank(), request, model);
    }

    @PostMapping("/login/code/again")
    String codeAgain(Locale locale, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            return askForCode.again(locale, request, response) ? "redirect:/login/code" : "redirect:/login?way=code";
        } catch (TooManyTries tooMany) {
            return code(SignInFaults.of(tooMany, response, Form.blank()), request, model);
        }
    }

    @PostMapping("/login/code/failed")
    String codeFailed(HttpServletRequest request, HttpServletResponse response, Model model) {
        return code(SignInFaults.of(request, response, Form.blank(), "code", "signin.code.wrong"), request, model);
    }

    @GetMapping("/login/second-factor")
    String secondFactor(Model model) {
        return secondFactor(Form.blank(), model);
    }

    @PostMapping("/login/second-factor/failed")
    String secondFactorFailed(HttpServletRequest request, HttpServletResponse response, Model model) {
        return secondFactor(SignInFaults.of(request, response, Form.blank(), "code", "signin.second.wrong"), model);
    }

    @GetMapping("/login/again")
    String again(Caller caller, Model model) {
        if (caller.equals(Caller.anyone())) {
            return "redirect:/login";
        }
        Account account = accounts.own(caller);
        Map<String, String> known = new HashMap<>();
        if (account.phone() != null) {
            known.put("username", account.phone().e164());
        } else if (account.email() != null) {
            known.put("username", account.email());
        }
        PhoneNumber proved = account.provedPhone();
        if (proved != null) {
            known.put("phone", proved.e164());
        }
        model.addAttribute("view", new LoginAgainView(passwords.has(caller), proved != null, Form.of(known)));
        return "storefront/login-again";
    }

    private static String login(boolean byCode, Form form, Model model) {
        model.addAttribute("view", new LoginView(byCode, form));
        return "storefront/login";
    }

    private String code(Form form, HttpServletRequest request, Model model) {
        String sentTo = askForCode.sentTo(request);
        if (sentTo.isEmpty()) {
            return "redirect:/login?way=code";
        }
        model.addAttribute("view", new CodeView(sentTo, form));
        return "storefront/login-code";
    }

    private static String secondFactor(Form form, Model model) {
        model.addAttribute("view", new SecondFactorView(form));
        return "storefront/second-factor";
    }
}
