package io.agizo.office.pages;

import io.agizo.accounts.Account;
import io.agizo.identity.SecretHash;
import io.agizo.pages.Form;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import io.agizo.signin.AskForCode;
import io.agizo.signin.LetIn;
import io.agizo.signin.NewPasswords;
import io.agizo.signin.ProveEmail;
import io.agizo.signin.TooManyTries;
import io.agizo.staff.NewOwner;
import io.agizo.staff.SetUpShop;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which whoever holds the link that a new shop prints becomes its owner. */
@Controller
class SetUpPages {

    private final SetUpShop setUpShop;
    private final AskForCode askForCode;
    private final ProveEmail proveEmail;
    private final NewPasswords passwords;
    private final LetIn letIn;
    private final Shop shop;

    SetUpPages(
            SetUpShop setUpShop,
            AskForCode askForCode,
            ProveEmail proveEmail,
            NewPasswords passwords,
            LetIn letIn,
            Shop shop) {
        this.setUpShop = setUpShop;
        this.askForCode = askForCode;
        this.proveEmail = proveEmail;
        this.passwords = passwords;
        this.letIn = letIn;
        this.shop = shop;
    }

    @GetMapping("/set-up")
    String setUp(@RequestParam(defaultValue = "") String token, Model model) {
        return show(token, Form.blank(), model);
    }

    /** Where the shop can text, the phone is proved first; else the link is the only proof, and the phone waits for its own. */
    @PostMapping("/set-up")
    String setUp(
            @RequestParam(defaultValue = "") String token,
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
            mustBeOpen(token);
            String link = SecretHash.of(token);
            if (askForCode.isPossible()) {
                askForCode.toSetUp(link, name, phone, email, password, locale, request, response);
                return "redirect:/login/code";
            }
            PhoneNumber number = InvalidInput.at("/phone", () -> PhoneNumber.parse(phone, shop.country()));
            String hash = passwords.hash(password, Arrays.asList(name, number.e164(), email), request);
            String address = proveEmail.forNewAccount(email, request);
            Account owner = setUpShop.setUp(link, new NewOwner(name, number, false, locale.getLanguage(), hash));
            if (address != null) {
                proveEmail.send(owner, address);
            }
            letIn.byOneTimeLink(owner.id(), request, response);
            return "redirect:/office";
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(token, form.refused(invalid), model);
        } catch (TooManyTries tooMany) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.waitSeconds()));
            return show(token, form.refused("", "signin.wait", String.valueOf(tooMany.waitSeconds())), model);
        }
    }

    private String show(String token, Form form, Model model) {
        mustBeOpen(token);
        model.addAttribute("view", new SetUpView(token, proveEmail.isPossible(), form));
        return "office/set-up";
    }

    /** Looked at first, so that nobody without the link makes the shop work. */
    private void mustBeOpen(String token) {
        if (!setUpShop.isOpen(token)) {
            throw new NotFound(
                    "This link is not good any more. The shop prints a new one when it starts, until it has an owner.");
        }
    }
}
