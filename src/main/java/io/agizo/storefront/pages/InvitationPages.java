package io.agizo.storefront.pages;

import io.agizo.accounts.AcceptInvitation;
import io.agizo.accounts.Account;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.Invitation;
import io.agizo.accounts.signin.ChoosePassword;
import io.agizo.accounts.signin.LetIn;
import io.agizo.accounts.signin.TooManyTries;
import io.agizo.api.pages.Form;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to which the text leads that invites somebody to work here. */
@Controller
class InvitationPages {

    private static final String OFFICE = "redirect:/office";

    private final AcceptInvitation acceptInvitation;
    private final ChoosePassword passwords;
    private final LetIn letIn;

    InvitationPages(AcceptInvitation acceptInvitation, ChoosePassword passwords, LetIn letIn) {
        this.acceptInvitation = acceptInvitation;
        this.passwords = passwords;
        this.letIn = letIn;
    }

    @GetMapping("/invitation")
    String invitation(Caller caller, @RequestParam(defaultValue = "") String token, Model model) {
        return show(caller, token, Form.of(Map.of("name", look(token).name())), model);
    }

    @PostMapping("/invitation")
    String accept(
            Caller caller,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!caller.equals(Caller.anyone())) {
            acceptInvitation.accept(token, AccountId.of(caller));
            return OFFICE;
        }
        Form form = Form.of(Map.of("name", name));
        try {
            Invitation invitation = look(token);
            String hash = passwords.hash(
                    password, Arrays.asList(name, invitation.phone().e164()));
            Account account = acceptInvitation.accept(token, name, locale.getLanguage());
            passwords.first(account.id(), hash);
            String next = letIn.byOneTimeLink(account.id(), request, response);
            return next.equals("/account") ? OFFICE : "redirect:" + next;
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(caller, token, form.refused(invalid), model);
        } catch (TooManyTries tooMany) {
            return show(caller, token, SignInFaults.of(tooMany, response, form), model);
        }
    }

    private Invitation look(String token) {
        return acceptInvitation
                .look(token)
                .orElseThrow(() -> new NotFound("This link is not good any more. Ask for a new one."));
    }

    private String show(Caller caller, String token, Form form, Model model) {
        Invitation invitation = look(token);
        Set<Permission> permissions = Permission.ofScopes(invitation.permissions());
        model.addAttribute(
                "view",
                new InvitationView(
                        token, invitation.name(), List.copyOf(permissions), !caller.equals(Caller.anyone()), form));
        return "storefront/invitation";
    }
}
