package io.agizo.signin.pages;

import io.agizo.accounts.Account;
import io.agizo.accounts.AccountId;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.pages.MessageView;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.signin.ChoosePassword;
import io.agizo.signin.LetIn;
import io.agizo.signin.NewPasswords;
import io.agizo.signin.TooManyTries;
import io.agizo.signin.pages.InvitationView.Step;
import io.agizo.staff.AcceptInvitation;
import io.agizo.staff.Invitation;
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
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page to which the text leads that invites somebody to work here. */
@Controller
class InvitationPages {

    private static final String OFFICE = "redirect:/office";

    private final AcceptInvitation acceptInvitation;
    private final NewPasswords newPasswords;
    private final ChoosePassword passwords;
    private final LetIn letIn;

    InvitationPages(
            AcceptInvitation acceptInvitation, NewPasswords newPasswords, ChoosePassword passwords, LetIn letIn) {
        this.acceptInvitation = acceptInvitation;
        this.newPasswords = newPasswords;
        this.passwords = passwords;
        this.letIn = letIn;
    }

    @GetMapping("/invitation")
    String invitation(Caller caller, @RequestParam(defaultValue = "") String token, Model model) {
        return show(caller, token, Form.of(Map.of("name", look(token).name())), model);
    }

    /** People read in their language what to do about a link that is not good, for whatever reason. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String notGood(NotFound gone, Model model) {
        model.addAttribute(
                "view",
                new MessageView(
                        Message.of("invitation.void"),
                        Message.of("invitation.void.text"),
                        "/",
                        Message.of("error.front")));
        return "storefront/message";
    }

    /** Whoever has an account comes here to sign in, and goes on to accept. */
    @GetMapping("/account/invitation")
    String signedIn(@RequestParam(defaultValue = "") String token, RedirectAttributes redirect) {
        redirect.addAttribute("token", token);
        return "redirect:/invitation";
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
        Form form = Form.of(Map.of("name", name));
        Invitation invitation = look(token);
        Step step = step(caller, invitation);
        if (!step.accepts()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(caller, token, form, model);
        }
        if (step == Step.ACCEPT) {
            acceptInvitation.accept(token, AccountId.of(caller));
            return OFFICE;
        }
        try {
            String hash = newPasswords.hash(
                    password, Arrays.asList(name, invitation.phone().e164()), request);
            Account account = acceptInvitation.accept(token, name, locale.getLanguage());
            passwords.first(account.id(), hash);
            return "redirect:" + letIn.byOneTimeLink(account.id(), request, response);
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

    private static Step step(Caller caller, Invitation invitation) {
        if (caller.equals(Caller.anyone())) {
            return invitation.holder() == null ? Step.OPEN_ACCOUNT : Step.SIGN_IN;
        }
        return invitation.isFor(AccountId.of(caller)) ? Step.ACCEPT : Step.SIGN_IN_AS_ANOTHER;
    }

    private String show(Caller caller, String token, Form form, Model model) {
        Invitation invitation = look(token);
        Set<Permission> permissions = Permission.ofScopes(invitation.permissions());
        model.addAttribute(
                "view",
                new InvitationView(token, invitation.name(), List.copyOf(permissions), step(caller, invitation), form));
        return "storefront/invitation";
    }
}
