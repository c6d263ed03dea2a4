package io.agizo.signin.pages;

import io.agizo.identity.Caller;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.pages.QrCode;
import io.agizo.shared.InvalidInput;
import io.agizo.signin.Authenticators;
import io.agizo.signin.Authenticators.Setup;
import io.agizo.signin.OwnSessions;
import io.agizo.signin.Passkeys;
import io.agizo.signin.PresentProof;
import io.agizo.signin.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do about their authenticator app, their passkeys and the places where they are signed in. */
@Controller
class WaysInPages {

    private static final String ACCOUNT = "redirect:/account";

    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final OwnSessions sessions;
    private final PresentProof present;
    private final AccountPage page;

    WaysInPages(
            Authenticators authenticators,
            Passkeys passkeys,
            OwnSessions sessions,
            PresentProof present,
            AccountPage page) {
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.present = present;
        this.page = page;
    }

    @GetMapping("/account/authenticator")
    String authenticator(Caller caller, Model model) {
        return authenticator(caller, Form.blank(), model);
    }

    /** Shows the recovery codes on the one page that ever does. */
    @PostMapping("/account/authenticator")
    String confirm(
            Caller caller,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(name = "present", defaultValue = "") String shown,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        List<String> recovery;
        try {
            recovery = authenticators.confirm(caller, code, shown, request);
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            boolean ofApp = invalid.faults().getFirst().pointer().equals("/code");
            Form form = Form.blank();
            return authenticator(
                    caller, ofApp ? form.refused("code", "signin.second.wrong") : form.refused(invalid), model);
        } catch (TooManyTries tooMany) {
            return authenticator(caller, SignInFaults.of(tooMany, response, Form.blank()), model);
        }
        model.addAttribute("codes", recovery);
        return "storefront/recovery-codes";
    }

    @PostMapping("/account/authenticator/remove")
    String removeAuthenticator(
            Caller caller,
            @RequestParam(name = "present", defaultValue = "") String shown,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return page.changed(
                caller, () -> authenticators.remove(caller, shown, request), request, response, redirect, model);
    }

    @PostMapping("/account/passkeys/{id}/rename")
    String renamePasskey(
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String label,
            RedirectAttributes redirect) {
        passkeys.rename(caller, id, label);
        return saved(redirect);
    }

    @PostMapping("/account/passkeys/{id}/remove")
    String removePasskey(
            Caller caller,
            @PathVariable String id,
            @RequestParam(name = "present", defaultValue = "") String shown,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return page.changed(
                caller, () -> passkeys.remove(caller, id, shown, request), request, response, redirect, model);
    }

    @PostMapping("/account/sessions/{id}/end")
    String endSession(Caller caller, @PathVariable String id, RedirectAttributes redirect) {
        sessions.end(caller, id);
        return saved(redirect);
    }

    @PostMapping("/account/sessions/end-others")
    String endOthers(Caller caller, HttpServletRequest request, RedirectAttributes redirect) {
        sessions.endOthers(caller, request);
        return saved(redirect);
    }

    @PostMapping("/account/sessions/end-all")
    String endAll(Caller caller) {
        sessions.endAll(caller);
        return "redirect:/login";
    }

    private static String saved(RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", Message.of("account.saved"));
        return ACCOUNT;
    }

    private String authenticator(Caller caller, Form form, Model model) {
        Setup setup = authenticators.offer(caller);
        model.addAttribute(
                "view", new AuthenticatorView(setup.secret(), QrCode.of(setup.url()), present.of(caller), form));
        return "storefront/account-authenticator";
    }
}
